using System.Globalization;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankFiles;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Contracts.Pictures;

namespace Beffroi.Eva.BankChecks;

/// <summary>An item that can be answered, and whose own answer is right.</summary>
static class KindCheck
{
    static readonly decimal[] Worths = [1, TypedMarks.Acceptable, TypedMarks.Bonus, TypedMarks.DoubleBonus];

    public static void Of(ItemFaults faults)
    {
        var item = faults.Item;
        Ids(faults, BankColumn.Choices, [.. item.Choices.Select(c => (c.Id, c.Text))]);
        Ids(faults, BankColumn.Pieces, [.. item.Pieces.Select(p => (p.Id, p.Text))]);
        Ids(faults, BankColumn.Slots, [.. item.Slots.Select(s => (s.Id, s.Text))]);
        faults.When((faults.Use is BankUse.Writing) != (item.Kind is ItemKind.Writing), BankColumn.Kind, "La rédaction, et elle seule, est de forme « writing ».");
        faults.When(item.Kind is not ItemKind.Choice && item.Choices.Count > 0, BankColumn.Choices, "Seule une question de forme « choice » a des choix.");
        faults.When(item.Kind is not (ItemKind.Order or ItemKind.Sort) && item.Pieces.Count > 0, BankColumn.Pieces, "Seules les formes « order » et « sort » ont des étiquettes.");
        faults.When(item.Kind is not (ItemKind.Sort or ItemKind.Zone) && item.Slots.Count > 0, BankColumn.Slots, "Seules les formes « sort » et « zone » ont des cases.");
        faults.When(item.Kind is not ItemKind.Text && item.Accepted.Count > 0, BankColumn.Accepted, "Seule la forme « text » a des formes acceptées.");
        faults.When(item.Kind is not ItemKind.Text && item.Dictation is not null, BankColumn.Dictation, "Seule la forme « text » a une dictée.");
        faults.When(!(item.Credit is null || (item.Kind is ItemKind.Order && item.Credit is "parts")), BankColumn.Credit, "Écrivez « parts » pour une forme « order » où chaque étiquette compte, ou rien.");
        faults.When(item.Kind is ItemKind.Zone or ItemKind.Words ? item.Picks < 1 || item.Picks != item.Solution.Count : item.Picks != 1, BankColumn.Picks, "Le nombre d’endroits est celui de la solution ; ailleurs que dans « zone » et « words », il est vide.");
        Shape(faults, item);
        Key(faults, item);
    }

    static void Shape(ItemFaults faults, BankItem item)
    {
        switch (item.Kind)
        {
            case ItemKind.Choice:
                faults.When(item.Choices.Count is < 2 or > 8, BankColumn.Choices, "Une question à choix a de 2 à 8 choix.");
                break;
            case ItemKind.Text:
                faults.When(item.Accepted.Values.Any(w => !Worths.Contains(w)), BankColumn.Accepted, "Une forme vaut 1, 0,75, 1,25 ou 1,5.");
                break;
            case ItemKind.Order:
                faults.When(item.Pieces.Count is < 2 or > 12, BankColumn.Pieces, "Il y a de 2 à 12 étiquettes à ranger.");
                faults.When(item.Credit is "parts" && item.Pieces.Count > 7, BankColumn.Pieces, "La règle publiée du puzzle compte 7 étiquettes au plus.");
                break;
            case ItemKind.Sort:
                faults.When(item.Pieces.Count is < 1 or > 24, BankColumn.Pieces, "Il y a de 1 à 24 étiquettes à poser.");
                faults.When(item.Slots.Count is < 1 or > 12, BankColumn.Slots, "Il y a de 1 à 12 cases.");
                break;
            case ItemKind.Zone:
                faults.When(item.Figure is null, BankColumn.Figure, "Une question de forme « zone » montre une figure.");
                faults.When(item.Slots.Count < 2, BankColumn.Slots, "Il faut au moins deux endroits à montrer.");
                break;
            case ItemKind.Words:
                faults.When(AnswerShape.Words(item) < 2, BankColumn.Document, "Une question de forme « words » montre des mots dans les lignes du document.");
                break;
            case ItemKind.Number or ItemKind.Writing:
                break;
        }
    }

    // The answer that the file says is right is given to the item, as a person would give it.
    static void Key(ItemFaults faults, BankItem item)
    {
        if (item.Kind is ItemKind.Writing)
        {
            faults.When(item.Solution.Count > 0, BankColumn.Solution, "Une rédaction est lue par une personne : elle n’a pas de solution.");
            return;
        }

        faults.When(item.Solution.Count == 0, BankColumn.Solution, "La solution manque.");
        faults.When(item.Kind is ItemKind.Choice or ItemKind.Order && item.Solution.Count > 1, BankColumn.Solution, "Cette forme a une seule solution.");
        faults.When(item.Kind is ItemKind.Number && item.Solution.Any(s => !decimal.TryParse(s, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)), BankColumn.Solution, "La solution est un nombre, par exemple 12.5. Un tableur l’a peut-être pris pour une date.");
        if (faults.All.Count > 0)
        {
            // Marking an item that cannot stand would say nothing more.
            return;
        }

        foreach (var answer in RightAnswers(item))
        {
            faults.When(item.Refuse(answer) is not null, BankColumn.Solution, $"La solution « {answer} » n’est pas une réponse possible : {item.Refuse(answer)}.");
            faults.When(!item.Accepts(answer), BankColumn.Solution, $"La solution « {answer} » n’est pas comptée juste : la clé refuse sa propre réponse.");
        }
    }

    /// <summary>Each answer that is to be wholly right.</summary>
    public static IReadOnlyList<string> RightAnswers(BankItem item) =>
        item.Kind is ItemKind.Sort or ItemKind.Zone or ItemKind.Words ? [string.Join(' ', item.Solution)] : item.Solution;

    static void Ids(ItemFaults faults, BankColumn column, IReadOnlyList<(string Id, string Text)> parts)
    {
        faults.When(parts.Any(p => p.Text.Length == 0 || p.Id.Length == 0), column, "Chaque ligne a un identifiant et un texte, séparés par une barre : a | Un colis.");
        faults.When(parts.Any(p => p.Id.Any(c => char.IsWhiteSpace(c) || c is '=')), column, "Un identifiant n’a ni espace ni signe égal.");
        faults.When(parts.DistinctBy(p => p.Id, StringComparer.Ordinal).Count() != parts.Count, column, "Un identifiant est là deux fois.");
    }
}
