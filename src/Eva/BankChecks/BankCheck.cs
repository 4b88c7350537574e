using Beffroi.Eva.Bank;
using Beffroi.Eva.BankFiles;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.BankChecks;

/// <summary>Refuses what would break a play or its scoring: an item that cannot be answered, a family without its items.</summary>
public static class BankCheck
{
    /// <summary>Everything that is wrong, in the order of the file.</summary>
    public static IReadOnlyList<BankFault> Of(BankOutline outline, IReadOnlyList<ReadItem> items)
    {
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(items);
        IReadOnlyList<BankFault> faults =
        [
            .. items.SelectMany(read => Of(outline, read)),
            .. items.GroupBy(i => i.Item.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1)
                .Select(again => new BankFault(again.Row, BankColumn.Id, again.Item.Id, $"Cet identifiant est déjà celui de la ligne {same.First().Row}."))),
            .. Uses(outline, items),
            .. outline.IsPositioning ? Families(outline, items).Concat(Skills(outline, items)) : Counts(outline, items),
        ];
        return faults.Count == 0 && outline.IsPositioning ? [.. Adaptive(outline, items)] : faults;
    }

    public static IReadOnlyList<BankFault> Of(BankOutline outline, SituationBank bank) =>
        Of(outline, [.. bank.Entries.Select((entry, index) => new ReadItem(index + 2, entry.Use, entry.Item))]);

    static IReadOnlyList<BankFault> Of(BankOutline outline, ReadItem read)
    {
        var faults = new ItemFaults(read);
        TextCheck.Of(faults);
        PlaceCheck.Of(faults, outline);
        FigureCheck.Of(faults);
        KindCheck.Of(faults);
        return faults.All;
    }

    static IEnumerable<BankFault> Uses(BankOutline outline, IReadOnlyList<ReadItem> items)
    {
        if (!items.Any(i => i.Use is BankUse.Training))
        {
            yield return BankFault.OfFile("Il faut au moins une question d’essai : « essai » dans la colonne « usage ».");
        }

        var writings = items.Where(i => i.Use is BankUse.Writing).ToList();
        if (outline.HasWriting && writings.Count == 0)
        {
            yield return BankFault.OfFile("Il manque la rédaction : « redaction » dans la colonne « usage ».");
        }

        // Its answer is found again by its id.
        foreach (var renamed in writings.Where(w => outline.HasWriting && !string.Equals(w.Item.Id, BankShelf.Embedded(outline.Situation).Writing!.Id, StringComparison.Ordinal)))
        {
            yield return new(renamed.Row, BankColumn.Id, renamed.Item.Id, $"La rédaction garde son identifiant : {BankShelf.Embedded(outline.Situation).Writing!.Id}.");
        }

        foreach (var more in writings.Skip(outline.HasWriting ? 1 : 0))
        {
            yield return new(more.Row, BankColumn.Use, more.Item.Id, outline.HasWriting ? "Il y a une rédaction et une seule." : "Cette situation n’a pas de rédaction.");
        }
    }

    static IEnumerable<BankFault> Families(BankOutline outline, IReadOnlyList<ReadItem> items)
    {
        var there = items.Where(i => i.Use is BankUse.Question).Select(i => i.Item.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var family in outline.Families)
        {
            var missing = family.Ids.Where(id => !there.Contains(id)).ToList();
            if (missing.Count > 0)
            {
                yield return BankFault.OfFile($"La famille {family.Code} n’est pas remplie : il manque {string.Join(", ", missing)}.");
            }
        }
    }

    // The adaptive test asks something of each skill.
    static IEnumerable<BankFault> Skills(BankOutline outline, IReadOnlyList<ReadItem> items) =>
        from skill in outline.Skills.Keys
        where !items.Any(i => i.Use is BankUse.Question && string.Equals(i.Item.Skill, skill, StringComparison.Ordinal))
        select BankFault.OfFile($"Aucune question ne mesure « {skill} » : le parcours adaptatif en demande.");

    // Built here as it will be for the first person who plays it.
    static IEnumerable<BankFault> Adaptive(BankOutline outline, IReadOnlyList<ReadItem> items)
    {
        string? refused = null;
        try
        {
            PositioningDesign.Of(new(outline.Situation, "fichier", items.Select(i => i.Item))).Build();
        }
        catch (ArgumentException wrong)
        {
            refused = wrong.Message;
        }

        return refused is null ? [] : [BankFault.OfFile($"Le parcours adaptatif ne peut pas être construit : {refused}")];
    }

    static IEnumerable<BankFault> Counts(BankOutline outline, IReadOnlyList<ReadItem> items) =>
        from wanted in outline.Counts
        let found = items.Count(i => i.Use is BankUse.Question && string.Equals(i.Item.Skill, wanted.Key, StringComparison.Ordinal))
        where found != wanted.Value
        select BankFault.OfFile($"Les règles publiées comptent {wanted.Value} questions de « {wanted.Key} » ; le fichier en a {found}.");
}
