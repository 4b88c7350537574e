using System.Text;
using Beffroi.Accounts.Prospects;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Partners;

/// <summary>Who may come, who began, who uses each service: the team's own notes and the dates of the services, on the screen and as a file.</summary>
public static class ListPartners
{
    public const string Path = "/admin/partenaires";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).For(Role.Superadmin);
        app.MapGet(Path + ".csv", Export).For(Role.Superadmin);
    }

    static async Task<IResult> Show(string? service, string? etape, int? page, AccountsDb db, IEnumerable<IPartnerUse> services, TimeProvider clock, CancellationToken ct)
    {
        var (filter, now) = (PartnerFilter.Read(service, etape), clock.GetUtcNow());
        var all = (await Read(db, services, ct)).Where(l => filter.Part is null || l.Part == filter.Part).ToList();
        var kept = all.Where(l => filter.Keeps(l, now)).ToList();
        var shown = Math.Clamp(page ?? 1, 1, Math.Max(1, ((kept.Count - 1) / PageOf<PartnerLine>.Size) + 1));
        return Html.View<ListPartnersPage, ListPartnersModel>(new()
        {
            Now = now,
            Filter = filter,
            Counts = [.. Enum.GetValues<PartnerStage>().Select(s => (s, all.Count(l => l.Stage(now) == s)))],
            Conversions = Conversion.Of(all),
            Meanings = [.. services.Select(s => (s.Part, s.Meaning))],
            List = new([.. kept.Skip((shown - 1) * PageOf<PartnerLine>.Size).Take(PageOf<PartnerLine>.Size)], shown, kept.Count),
        });
    }

    static async Task<IResult> Export(string? service, string? etape, AccountsDb db, IEnumerable<IPartnerUse> services, TimeProvider clock, CancellationToken ct)
    {
        var (filter, now) = (PartnerFilter.Read(service, etape), clock.GetUtcNow());
        var lines = (await Read(db, services, ct)).Where(l => filter.Keeps(l, now)).ToList();
        return TypedResults.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
                await writer.WriteAsync(PartnerCsv.Head + "\r\n");
                foreach (var line in lines)
                {
                    await writer.WriteAsync(string.Join(';', PartnerCsv.Cells(line, now)) + "\r\n");
                }
            },
            "text/csv; charset=utf-8",
            $"partenaires-{French.IsoDay(now)}.csv");
    }

    // Some thousands of short lines at most: stages rest on figures of other modules. Next steps that are due come first.
    static async Task<IReadOnlyList<PartnerLine>> Read(AccountsDb db, IEnumerable<IPartnerUse> services, CancellationToken ct)
    {
        var users = new List<(SitePart, PartnerUse)>();
        foreach (var service in services)
        {
            users.AddRange((await service.Read(ct)).Select(use => (service.Part, use)));
        }

        var lines = PartnerLine.Of(await db.Prospects.AsNoTracking().ToListAsync(ct), users);
        return [.. lines.OrderBy(l => l.Prospect?.NextStepOn ?? DateOnly.MaxValue).ThenBy(l => l.Part).ThenBy(l => l.Name, StringComparer.Create(French.Culture, ignoreCase: true))];
    }
}

public sealed record ListPartnersModel
{
    public required DateTimeOffset Now { get; init; }
    public required PartnerFilter Filter { get; init; }

    /// <summary>Of the chosen service, whatever the stage chosen.</summary>
    public required IReadOnlyList<(PartnerStage Stage, int Count)> Counts { get; init; }
    public required IReadOnlyList<Conversion> Conversions { get; init; }
    public required IReadOnlyList<(SitePart Part, string Words)> Meanings { get; init; }
    public required PageOf<PartnerLine> List { get; init; }
}
