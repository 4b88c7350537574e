using Beffroi.Eva.Bank;
using Beffroi.Eva.BankFiles;
using Beffroi.Eva.BankStatistics;
using Beffroi.Eva.BankVersions;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.OneItem;

/// <summary>One item: what a person sees, its key and provenance, what real answers say of it, how it changed.</summary>
public static class ShowItem
{
    public static void Map(IEndpointRouteBuilder banks) => banks.MapGet("/{situation}/{id}", Show).For(Role.Superadmin);

    static async Task<IResult> Show(string situation, string id, EvaDb db, Visitor visitor, CancellationToken ct)
    {
        if (BankOutline.Find(situation) is not { } outline)
        {
            return TypedResults.NotFound();
        }

        var bank = await BankShelf.Current(db, situation, ct);
        var entries = bank.Entries.ToList();
        var place = entries.FindIndex(e => string.Equals(e.Item.Id, id, StringComparison.Ordinal));
        if (place < 0)
        {
            return TypedResults.NotFound();
        }

        return Html.View<ShowItemPage, ShowItemModel>(new()
        {
            Outline = outline,
            Use = entries[place].Use,
            Item = entries[place].Item,
            Before = place > 0 ? entries[place - 1].Item.Id : null,
            After = place + 1 < entries.Count ? entries[place + 1].Item.Id : null,
            // What is tried, or read by a person, has no statistics.
            Statistics = entries[place].Use is BankUse.Question ? await StatisticsReading.Of(db, outline, entries[place].Item, ct) : null,
            Changes = await Changes(situation, id, db, visitor.SignedIn, ct),
        });
    }

    /// <summary>The versions in which the item is not what it was in the one before, newest first.</summary>
    static async Task<IReadOnlyList<ItemChange>> Changes(string situation, string id, EvaDb db, CurrentUser user, CancellationToken ct)
    {
        var changes = new List<ItemChange>();
        var last = Entry(BankShelf.Embedded(situation), id);
        foreach (var version in await db.BankVersions.AsNoTracking().VisibleTo(user).Where(v => v.Situation == situation).OrderBy(v => v.Number).ToListAsync(ct))
        {
            var then = Entry(await BankShelf.Bring(db, situation, version.Bank, ct), id);
            var what = (last, then) switch
            {
                (null, null) => null,
                (null, _) => "ajoutée",
                (_, null) => "retirée",
                ({ } one, { } other) => ItemCells.Differences(one, other) is { Count: > 0 } columns ? $"changée : {string.Join(", ", columns.Select(c => c.Header()))}" : null,
            };
            if (what is not null)
            {
                changes.Insert(0, new(version, what));
            }

            last = then;
        }

        return changes;
    }

    static (BankUse Use, BankItem Item)? Entry(SituationBank bank, string id) =>
        bank.Entries.Where(e => string.Equals(e.Item.Id, id, StringComparison.Ordinal)).Select(e => ((BankUse, BankItem)?)e).FirstOrDefault();
}

public sealed record ItemChange(BankVersion Version, string What);

public sealed record ShowItemModel
{
    public required BankOutline Outline { get; init; }
    public required BankUse Use { get; init; }
    public required BankItem Item { get; init; }

    /// <summary>Ids of the neighbours in the bank.</summary>
    public required string? Before { get; init; }
    public required string? After { get; init; }

    /// <summary>Null for what is not scored.</summary>
    public required ItemStatistics? Statistics { get; init; }

    public required IReadOnlyList<ItemChange> Changes { get; init; }
}
