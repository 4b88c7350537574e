using System.Globalization;
using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Stating;

/// <summary>The account of a month: read, compared with Chorus, sent once.</summary>
public static class SendStatement
{
    const string Route = "/incubateur/conventions/{slug}/comptes/{month}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/incubateur/conventions/{slug}/comptes", List).For();
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Send).Does("incubateur.rendre-compte").For();
    }

    static async Task<IResult> List(string slug, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Conventions.AsNoTracking().Include(c => c.Avenants).ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var sent = await db.Statements.AsNoTracking().Where(s => s.ConventionId == convention.Id).OrderByDescending(s => s.Month).ToListAsync(ct);
        var (today, entries) = (clock.Today(), await db.Entries.AsNoTracking().Where(e => e.ConventionId == convention.Id).ToListAsync(ct));
        return Html.View<ListStatementsPage, ListStatementsModel>(new(convention.Slug, convention.Title, today, [.. StatementsDue.On(convention, entries, today).Where(d => sent.TrueForAll(s => s.Month != d.Month))], sent));
    }

    static async Task<IResult> Show(string slug, string month, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        Month(month) is { } day && await db.Conventions.AsNoTracking().ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is { } convention
            ? await View(convention.Id, day, new(), new(), db, visitor, clock, ct)
            : TypedResults.NotFound();

    static async Task<IResult> Send(string slug, string month, [FromForm] StatementForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (Month(month) is not { } day || await db.Conventions.AsNoTracking().HeldBy(db, visitor.SignedIn, Rights.Keeps).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), form ?? new());
        var progress = Typed.Text(typed.Progress, nameof(typed.Progress), Statement.ProgressMaxLength, "Écrivez où en est le travail", errors);
        var engaged = Chorus(typed.ChorusEngaged, nameof(typed.ChorusEngaged), errors);
        var paid = Chorus(typed.ChorusPaid, nameof(typed.ChorusPaid), errors);
        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        var owed = StatementsDue.On(turn.Convention, turn.Ledger.Entries, clock.Today());
        if (owed.All(o => o.Month != day))
        {
            errors.Add(nameof(typed.Progress), "Aucun compte n’est dû pour ce mois");
        }
        else if (await db.Statements.AnyAsync(s => s.ConventionId == convention.Id && s.Month == day, ct))
        {
            errors.Add(nameof(typed.Progress), "Ce compte est déjà envoyé : il ne change plus");
        }
        else if (await FirstOwed(db, convention.Id, owed, ct) is { } first && first != day)
        {
            errors.Add(nameof(typed.Progress), $"Envoyez d’abord le compte de {first.ToString("MMMM yyyy", French.Culture)}");
        }

        if (!errors.Any)
        {
            var figures = StatementFigures.Of(turn.Ledger, await db.Orders.AsNoTracking().Where(o => o.ConventionId == convention.Id).ToListAsync(ct), await db.Forecasts.AsNoTracking().Where(f => f.ConventionId == convention.Id).ToListAsync(ct), day);
            var reading = new ChorusReading { Id = Guid.CreateVersion7(author.At), ConventionId = convention.Id, Month = day, Engaged = engaged!.Value, Paid = paid!.Value, By = author.Id, At = author.At };
            if (reading.Difference(figures) is { } difference)
            {
                errors.Add(nameof(typed.ChorusEngaged), $"{difference}. Corrigez le journal, ou Chorus, avant d’envoyer");
            }
            else
            {
                var statement = Statement.Send(convention.Id, figures, owed.Single(o => o.Month == day).IsFinal, progress, author);
                db.AddRange(reading, statement);
                turn.Note(author, "incubateur.rendre-compte", null, $"compte {day.ToString("yyyy-MM", CultureInfo.InvariantCulture)} {statement.Hash}");
                await turn.Keep(ct);
                return TypedResults.LocalRedirect(Addresses.Statement(slug, day));
            }
        }

        return await View(convention.Id, day, typed, errors, db, visitor, clock, ct);
    }

    static async Task<DateOnly?> FirstOwed(IncubatorDb db, Guid conventionId, IReadOnlyList<(DateOnly Month, bool IsFinal, DateOnly DueOn)> owed, CancellationToken ct)
    {
        var sent = await db.Statements.Where(s => s.ConventionId == conventionId).Select(s => s.Month).ToListAsync(ct);
        return owed.Select(o => (DateOnly?)o.Month).FirstOrDefault(m => !sent.Contains(m!.Value));
    }

    static async Task<IResult> View(Guid conventionId, DateOnly month, StatementForm typed, Errors errors, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var convention = await db.Conventions.AsNoTracking().Include(c => c.Avenants).SingleAsync(c => c.Id == conventionId, ct);
        var sent = await db.Statements.AsNoTracking().SingleOrDefaultAsync(s => s.ConventionId == conventionId && s.Month == month, ct);
        var ledger = new Ledger(convention, await db.Entries.AsNoTracking().Where(e => e.ConventionId == conventionId).ToListAsync(ct));
        var owed = StatementsDue.On(convention, ledger.Entries, clock.Today()).Where(o => o.Month == month).Select(o => (DateOnly?)o.DueOn).SingleOrDefault();
        if (sent is null && owed is null && !errors.Any)
        {
            return TypedResults.NotFound();
        }

        var figures = sent?.Figures ?? StatementFigures.Of(ledger, await db.Orders.AsNoTracking().Where(o => o.ConventionId == conventionId).ToListAsync(ct), await db.Forecasts.AsNoTracking().Where(f => f.ConventionId == conventionId).ToListAsync(ct), month);
        var keeps = (await db.DutiesOf(visitor.SignedIn, conventionId, ct)).Any(d => d.Keeps());
        return Html.Form<SendStatementPage, SendStatementModel>(
            new() { Slug = convention.Slug, Title = convention.Title, Figures = figures, Sent = sent, DueOn = owed, Today = clock.Today(), MaySend = keeps && sent is null && owed is not null, Typed = typed, Errors = errors }, errors);
    }

    // Nothing engaged yet is an amount too.
    static Money? Chorus(string? typed, string field, Errors errors) => Money.Read(typed, field, errors, zero: true);

    static DateOnly? Month(string text) => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

public sealed record StatementForm
{
    public string? Progress { get; init; }
    public string? ChorusEngaged { get; init; }
    public string? ChorusPaid { get; init; }
}

public sealed record SendStatementModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required StatementFigures Figures { get; init; }
    public required Statement? Sent { get; init; }
    public required DateOnly? DueOn { get; init; }
    public required DateOnly Today { get; init; }
    public required bool MaySend { get; init; }
    public required StatementForm Typed { get; init; }
    public required Errors Errors { get; init; }
}

public sealed record ListStatementsModel(string Slug, string Title, DateOnly Today, IReadOnlyList<(DateOnly Month, bool IsFinal, DateOnly DueOn)> Owed, IReadOnlyList<Statement> Sent);
