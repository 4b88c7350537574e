using Beffroi.Bots.Analysing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Narratives;

/// <summary>An analyst keeps a narrative for their organisation, under a name, or lets it go.</summary>
public static class KeepNarratives
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapPost(Addresses.Narratives(l), Change).Does("robots.recits.garder").ForAnalysts();
        }
    }

    static async Task<IResult> Change([FromForm] KeepForm? typed, HttpRequest request, AtWork at, BotsDb db, TimeProvider clock, CancellationToken ct)
    {
        var (l, form, errors, now) = (Langs.Of(request), typed ?? new(), new Errors(), clock.GetUtcNow());
        var own = db.SavedNarratives.Where(n => n.OrganisationId == at.Organisation);
        if (form.Forget is { } id)
        {
            if (await own.SingleOrDefaultAsync(n => n.Id == id, ct) is not { } forgotten)
            {
                return TypedResults.NotFound();
            }

            db.Remove(forgotten);
            await db.SaveChangesAsync(ct);
            return TypedResults.LocalRedirect(Addresses.Narratives(l));
        }

        var asked = NarrativeForm.Of(new QueryCollection(QueryHelpers.ParseQuery(form.Query)));
        var filter = NarrativeFilter.Read(asked, NarrativeChanges.Today(now), errors, l);
        var name = (form.Name ?? "").Trim();
        if (name.Length is 0 or > SavedNarrative.NameMaxLength || name.Any(char.IsControl))
        {
            errors.Add("Name", l.Say($"Donnez un nom de {SavedNarrative.NameMaxLength} signes au plus.", $"Give a name of at most {SavedNarrative.NameMaxLength} characters."));
        }

        // Without its days: it is looked at again over the last ones.
        var query = filter is null ? "" : Undated(filter);
        if (query.Length > SavedNarrative.QueryMaxLength)
        {
            errors.Add("Name", l.Say("Ce récit a trop de filtres pour être gardé.", "This narrative has too many filters to be kept."));
        }
        else if (!errors.Any && await own.CountAsync(ct) >= SavedNarrative.MostOfOne)
        {
            errors.Add("Name", l.Say($"Votre organisation garde {SavedNarrative.MostOfOne} récits au plus : retirez-en un.", $"Your organisation keeps at most {SavedNarrative.MostOfOne} narratives: take one away."));
        }

        if (errors.Any)
        {
            return Html.Form<NarrativePage, NarrativeModel>(new() { L = l, Form = filter?.ToForm() ?? asked, Errors = errors, Watches = await AnalyseNarrative.Watches(db, at.Organisation, ct), Keeping = form }, errors);
        }

        if (!await own.AnyAsync(n => n.Query == query && n.Name == name, ct))
        {
            db.Add(new SavedNarrative { Id = Guid.CreateVersion7(now), OrganisationId = at.Organisation, Name = name, Query = query, CreatedAt = now, CreatedBy = at.Analyst.AccountId });
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Narratives(l));
    }

    static string Undated(NarrativeFilter filter)
    {
        var dated = QueryHelpers.ParseQuery(filter.ToQuery());
        return QueryString.Create(dated.Where(p => p.Key is not ("from" or "to" or "step"))).Value ?? "";
    }
}

public sealed record KeepForm
{
    public string? Name { get; init; }

    /// <summary>The address of the view, from its question mark on.</summary>
    public string? Query { get; init; }
    public Guid? Forget { get; init; }
}
