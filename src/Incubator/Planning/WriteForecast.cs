using System.Globalization;
using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Planning;

/// <summary>Says what is still to be engaged and paid, month by month. A new line for the same month and kind takes the place of the old.</summary>
public static class WriteForecast
{
    const string Route = "/incubateur/conventions/{slug}/previsions";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Write).Does("incubateur.prevoir").For();
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        await db.Conventions.AsNoTracking().Include(c => c.Avenants).ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is { } convention ? await View(convention, new(), new(), db, visitor, clock, ct) : TypedResults.NotFound();

    static async Task<IResult> Write(string slug, [FromForm] ForecastForm? form, IncubatorDb db, DelegatorNotices notices, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Conventions.AsNoTracking().Include(c => c.Avenants).HeldBy(db, visitor.SignedIn, Rights.Keeps).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), form ?? new());
        var month = Month(typed.Month, errors);
        var prestation = Typed.Choice<Prestation>(typed.Prestation, nameof(typed.Prestation), "Choisissez un type de prestation", errors);
        var (ae, cp) = (Amount(typed.Ae, nameof(typed.Ae), errors), Amount(typed.Cp, nameof(typed.Cp), errors));
        if (month < StatementsDue.Month(clock.Today()))
        {
            errors.Add(nameof(typed.Month), "Choisissez ce mois, ou un mois à venir");
        }

        if (errors.Any)
        {
            return await View(convention, typed, errors, db, visitor, clock, ct);
        }

        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        db.Add(new Forecast { Id = Guid.CreateVersion7(author.At), ConventionId = convention.Id, Month = month!.Value, Prestation = prestation!.Value, Ae = ae!.Value, Cp = cp!.Value, By = author.Id, At = author.At });
        turn.Note(author, "incubateur.prevoir", null, $"{typed.Month}, {prestation.Value.Label()} : {ae} en AE, {cp} en CP");
        await notices.Tell(turn, ct);
        await turn.Keep(ct);
        await notices.Write(turn.Convention, ct);
        return TypedResults.LocalRedirect(Addresses.Forecasts(slug));
    }

    static DateOnly? Month(string? typed, Errors errors)
    {
        if (DateOnly.TryParseExact(typed?.Trim() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return month;
        }

        errors.Add("Month", "Écrivez un mois. Exemple : 2020-07");
        return null;
    }

    // Zero takes back what was planned.
    static Money? Amount(string? typed, string field, Errors errors) => Money.Read(typed, field, errors, zero: true);

    static async Task<IResult> View(Convention convention, ForecastForm typed, Errors errors, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var today = clock.Today();
        var all = await db.Forecasts.AsNoTracking().Where(f => f.ConventionId == convention.Id).ToListAsync(ct);
        var entries = await db.Entries.AsNoTracking().Where(e => e.ConventionId == convention.Id).ToListAsync(ct);
        return Html.Form<WriteForecastPage, WriteForecastModel>(
            new()
            {
                Slug = convention.Slug, Title = convention.Title, Lines = Forecast.Current(all, today), Outlook = Outlook.Of(entries, all, today), Typed = typed, Errors = errors,
                MayWrite = (await db.DutiesOf(visitor.SignedIn, convention.Id, ct)).Any(d => d.Keeps()), Prestations = [.. convention.Clauses.Prestations.Select(p => new Option(p.ToString(), p.Label()))],
            },
            errors);
    }
}

public sealed record ForecastForm
{
    public string? Month { get; init; }
    public string? Prestation { get; init; }
    public string? Ae { get; init; }
    public string? Cp { get; init; }
}

public sealed record WriteForecastModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<Forecast> Lines { get; init; }
    public required Outlook Outlook { get; init; }
    public required bool MayWrite { get; init; }
    public required IReadOnlyList<Option> Prestations { get; init; }
    public required ForecastForm Typed { get; init; }
    public required Errors Errors { get; init; }
}
