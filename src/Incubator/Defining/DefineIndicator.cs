using System.Globalization;
using System.Text.RegularExpressions;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Impact;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Defining;

/// <summary>Says what an indicator means: a new one, or another meaning of one that is there. The team writes it; who pays for the service reads.</summary>
public static partial class DefineIndicator
{
    const string New = "/incubateur/startups/{slug}/indicateurs/nouveau";
    const string Again = "/incubateur/indicateurs/{id:guid}/definition";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(New, ShowNew).For();
        app.MapPost(New, Create).Does("incubateur.definir-indicateur").For();
        app.MapGet(Again, ShowAgain).For();
        app.MapPost(Again, Redefine).Does("incubateur.redefinir-indicateur").For();
    }

    static async Task<IResult> ShowNew(string slug, IncubatorDb db, Visitor visitor, IEnumerable<ICountedFigures> sources, CancellationToken ct) =>
        await Written(db, visitor).SingleOrDefaultAsync(s => s.Slug == slug, ct) is { } startup ? View(startup, null, new(), new(), Offered(sources)) : TypedResults.NotFound();

    static async Task<IResult> Create(string slug, [FromForm] DefinitionForm? form, IncubatorDb db, Visitor visitor, IEnumerable<ICountedFigures> sources, TimeProvider clock, CancellationToken ct)
    {
        if (await Written(db, visitor).SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } startup)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, offered, author) = (new Errors(), form ?? new(), Offered(sources), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        var name = (typed.Name ?? "").Trim();
        if (name.Length > Indicator.NameMaxLength || !NameShape().IsMatch(name))
        {
            errors.Add(nameof(typed.Name), $"Écrivez des lettres minuscules sans accent, des chiffres et _, {French.Number(Indicator.NameMaxLength)} au plus. Exemple\u00A0: personnes_actives");
        }
        else if (await db.Indicators.AnyAsync(i => i.StartupId == startup.Id && i.Name == name, ct))
        {
            errors.Add(nameof(typed.Name), "Ce service a déjà un indicateur de ce nom");
        }

        var indicator = new Indicator { Id = Guid.CreateVersion7(author.At), StartupId = startup.Id, Name = name };
        return typed.Read(indicator.Id, 1, offered, author, errors) is { } definition && await Kept(db, startup, author, "incubateur.definir-indicateur", null, definition, errors, nameof(typed.Name), "Ce service a déjà un indicateur de ce nom", ct, indicator)
            ? TypedResults.LocalRedirect(Addresses.Indicator(indicator.Id))
            : View(startup, null, typed, errors, offered);
    }

    static async Task<IResult> ShowAgain(Guid id, IncubatorDb db, Visitor visitor, IEnumerable<ICountedFigures> sources, CancellationToken ct) =>
        await db.ToWrite(id, visitor.SignedIn, ct) is var (startup, followed)
            ? View(startup, followed, DefinitionForm.Of(followed.Current), new(), Offered(sources))
            : TypedResults.NotFound();

    static async Task<IResult> Redefine(Guid id, [FromForm] DefinitionForm? form, IncubatorDb db, Visitor visitor, IEnumerable<ICountedFigures> sources, TimeProvider clock, CancellationToken ct)
    {
        if (await db.ToWrite(id, visitor.SignedIn, ct) is not var (startup, followed))
        {
            return TypedResults.NotFound();
        }

        const string Meanwhile = "Une autre définition a été écrite entre-temps\u00A0: relisez-la d’abord";
        var (errors, typed, offered, now) = (new Errors(), form ?? new(), Offered(sources), followed.Current.Version);
        if (!string.Equals(typed.After, now.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            errors.Add(nameof(typed.Label), Meanwhile);
        }

        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        return typed.Read(id, now + 1, offered, author, errors) is { } definition && await Kept(db, startup, author, "incubateur.redefinir-indicateur", followed.Current, definition, errors, nameof(typed.Label), Meanwhile, ct)
            ? TypedResults.LocalRedirect(Addresses.Indicator(id))
            : View(startup, followed, typed, errors, offered);
    }

    static IQueryable<Startup> Written(IncubatorDb db, Visitor visitor) => db.Startups.AsNoTracking().HeldBy(db, visitor.SignedIn, Rights.Measures);

    // Of two who write at once, the second is told.
    static async Task<bool> Kept(
        IncubatorDb db, Startup startup, Author author, string act, Definition? before, Definition definition, Errors errors, string field, string taken, CancellationToken ct, params object[] rows)
    {
        try
        {
            db.AddRange([.. rows, definition]);
            await db.KeepAct(startup.Id, author, act, before is null ? null : Said(before), Said(definition), ct);
            return true;
        }
        catch (DbUpdateException)
        {
            errors.Add(field, taken);
            return false;
        }
    }

    static string Said(Definition d) => $"{d.Label}, version {French.Number(d.Version)}\u00A0: {d.Formula} ({d.Source}), {d.Unit}";

    static IReadOnlyList<CountedFigure> Offered(IEnumerable<ICountedFigures> sources) => [.. sources.SelectMany(s => s.Offers).OrderBy(o => o.Label, StringComparer.Ordinal)];

    static IResult View(Startup startup, Followed? followed, DefinitionForm typed, Errors errors, IReadOnlyList<CountedFigure> offered) =>
        Html.Form<DefineIndicatorPage, DefineIndicatorModel>(new() { Slug = startup.Slug, Startup = startup.Title, Followed = followed, Offered = offered, Typed = typed, Errors = errors }, errors);

    [GeneratedRegex("^[a-z0-9]+(_[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex NameShape();
}

public sealed record DefineIndicatorModel
{
    public required string Slug { get; init; }
    public required string Startup { get; init; }

    /// <summary>Null for a new one.</summary>
    public required Followed? Followed { get; init; }

    /// <summary>Figures that the site counts.</summary>
    public required IReadOnlyList<CountedFigure> Offered { get; init; }
    public required DefinitionForm Typed { get; init; }
    public required Errors Errors { get; init; }
}
