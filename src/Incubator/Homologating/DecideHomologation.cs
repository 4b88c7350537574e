using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Securing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Homologating;

/// <summary>Writes who put the service into use, until when and under which ceiling: once. A new decision takes the place of the last.</summary>
public static class DecideHomologation
{
    const string Route = "/incubateur/startups/{slug}/homologations";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Decide).Does("incubateur.homologuer").For();
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, IEnumerable<IPublicFigures> modules, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        await db.Startups.AsNoTracking().ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(s => s.Slug == slug, ct) is { } startup ? await View(startup, new(), new(), await CountedFigures.Read(modules, ct), db, visitor, clock, ct) : TypedResults.NotFound();

    static async Task<IResult> Decide(string slug, [FromForm] HomologationForm? form, IncubatorDb db, IEnumerable<IPublicFigures> modules, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Startups.AsNoTracking().HeldBy(db, visitor.SignedIn, Rights.Secures).SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } startup)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, figures, author) = (new Errors(), form ?? new(), await CountedFigures.Read(modules, ct), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        var homologation = typed.Read(startup.Id, figures, author, clock.Today(), errors);
        if (homologation is not null && await db.Homologations.Where(h => h.StartupId == startup.Id).MaxAsync(h => (DateOnly?)h.From, ct) >= homologation.From)
        {
            errors.Add(nameof(typed.From), "Une homologation commence ce jour-là, ou plus tard");
        }

        if (errors.Any)
        {
            return await View(startup, typed, errors, figures, db, visitor, clock, ct);
        }

        db.Add(homologation!);
        await FirstReading(db, homologation!, figures, clock.Today(), ct);
        await db.KeepAct(startup.Id, author, "incubateur.homologuer", null, $"{homologation!.Kind.Label()}, {homologation.Authority}, du {French.Day(homologation.From)} au {French.Day(homologation.Until)}", ct);
        return TypedResults.LocalRedirect(Addresses.OfStartup(slug));
    }

    // The night reads the next ones.
    static async Task FirstReading(IncubatorDb db, Homologation homologation, IReadOnlyList<PublicFigure> figures, DateOnly today, CancellationToken ct)
    {
        if (homologation.Figure is { } name && !await db.FigureReadings.AnyAsync(r => r.StartupId == homologation.StartupId && r.Figure == name && r.On == today, ct))
        {
            db.Add(new FigureReading { StartupId = homologation.StartupId, Figure = name, On = today, Value = figures.Single(f => string.Equals(f.Name, name, StringComparison.Ordinal)).N });
        }
    }

    static async Task<IResult> View(Startup startup, HomologationForm typed, Errors errors, IReadOnlyList<PublicFigure> figures, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        Html.Form<DecideHomologationPage, DecideHomologationModel>(
            new()
            {
                Slug = startup.Slug, Title = startup.Title, Typed = typed, Errors = errors, Figures = CountedFigures.Choices(figures), Today = clock.Today(), MayWrite = await db.MaySecure(visitor.SignedIn, startup.Id, ct),
                Lines = await db.Homologations.AsNoTracking().Where(h => h.StartupId == startup.Id).OrderByDescending(h => h.From).ToListAsync(ct),
            },
            errors);
}

public sealed record DecideHomologationModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<Homologation> Lines { get; init; }
    public required IReadOnlyList<Option> Figures { get; init; }
    public required DateOnly Today { get; init; }
    public required bool MayWrite { get; init; }
    public required HomologationForm Typed { get; init; }
    public required Errors Errors { get; init; }
}
