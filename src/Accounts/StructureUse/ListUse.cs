using System.Globalization;
using System.Text;
using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.StructureUse;

/// <summary>How far the local structures that one may see are in their use, on the screen and as a file.</summary>
public static class ListUse
{
    const string Path = "/structures/activite";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).For(Role.Superadmin, Role.ChargeDeMissionRegionale, Role.Admin);
        app.MapGet(Path + ".csv", Export).For(Role.Superadmin, Role.ChargeDeMissionRegionale, Role.Admin);
    }

    static async Task<IResult> Show(string? categorie, string? region, string? type, int? page, AccountsDb db, IStructureActivity activity, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var seen = await Read(db, activity, visitor.SignedIn, clock.GetUtcNow(), ct);
        var filter = UseFilter.Read(categorie, region, type);
        var kept = seen.Where(filter.Keeps).ToList();
        var counts = Enum.GetValues<ActivityCategory>().Select(c => (c, seen.Count(l => l.Category == c))).ToList();
        return Html.View<ListUsePage, ListUseModel>(new()
        {
            Counts = counts,
            Filter = filter,
            Regions = [.. seen.Select(l => l.Region).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(r => new Option(r, r))],
            List = Paged(kept, page),
        });
    }

    static async Task<IResult> Export(string? categorie, string? region, string? type, AccountsDb db, IStructureActivity activity, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var filter = UseFilter.Read(categorie, region, type);
        var lines = (await Read(db, activity, visitor.SignedIn, clock.GetUtcNow(), ct)).Where(filter.Keeps);
        return TypedResults.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
                await writer.WriteAsync("structure;type;code_postal;region;categorie;campagnes;evaluations;premiere_evaluation;derniere_evaluation\r\n");
                foreach (var line in lines)
                {
                    await writer.WriteAsync(string.Join(';', UseCsv.Cells(line)) + "\r\n");
                }
            },
            "text/csv; charset=utf-8",
            $"structures-{clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv");
    }

    // Some thousands of short lines at most, since what a structure is worth depends on figures of another module.
    static async Task<IReadOnlyList<UseLine>> Read(AccountsDb db, IStructureActivity activity, CurrentUser user, DateTimeOffset now, CancellationToken ct)
    {
        var structures = await db.Structures.AsNoTracking().SeenBy(user).Where(s => s.Kind == StructureKind.Locale)
            .OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => new { s.Id, s.Name, s.Type, s.PostCode }).ToListAsync(ct);
        var used = await activity.Of(user.ReadsAll ? null : [.. structures.Select(s => s.Id)], ct);
        return [.. structures.Select(s => (Structure: s, Use: used.GetValueOrDefault(s.Id, Activity.None))).Select(u => new UseLine
        {
            Id = u.Structure.Id,
            Name = u.Structure.Name,
            Type = u.Structure.Type,
            PostCode = u.Structure.PostCode,
            Region = PostCode.Parse(u.Structure.PostCode)?.Region ?? "Inconnue",
            Use = u.Use,
            Category = ActivityCategories.Of(u.Use, now),
        })];
    }

    static PageOf<UseLine> Paged(List<UseLine> lines, int? page)
    {
        var wanted = Math.Clamp(page ?? 1, 1, Math.Max(1, ((lines.Count - 1) / PageOf<UseLine>.Size) + 1));
        return new([.. lines.Skip((wanted - 1) * PageOf<UseLine>.Size).Take(PageOf<UseLine>.Size)], wanted, lines.Count);
    }
}

public sealed record UseLine
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required LocalType? Type { get; init; }
    public required string PostCode { get; init; }
    public required string Region { get; init; }
    public required Activity Use { get; init; }
    public required ActivityCategory Category { get; init; }
}

public sealed record ListUseModel
{
    public required IReadOnlyList<(ActivityCategory Category, int Count)> Counts { get; init; }
    public required UseFilter Filter { get; init; }
    public required IReadOnlyList<Option> Regions { get; init; }
    public required PageOf<UseLine> List { get; init; }
}
