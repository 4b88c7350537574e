using System.Globalization;
using Beffroi.Encyclopedia.Editing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Proposing;

/// <summary>Anybody proposes a new entry, or a change of one; nothing is public before a reviewer accepts it.</summary>
public static class ProposeEntry
{
    /// <summary>Of the form of the fullest entry that may be published: 50 steps, 100 sources, 300 links, 50 assessments.</summary>
    const int MostFields = 4000;

    /// <summary>Of that form, each accent being six characters on the way.</summary>
    const int MostBytes = 2 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.New(l), (string? type, HttpContext http, AnonymousLimits limits, Visitor visitor) => New(type, http, limits, visitor)).ForEveryone().CountsStep(EncyclopediaFunnel.Key, "formulaire");
            app.MapPost(Addresses.New(l), SubmitNew).Does("encyclopedie.proposer").ForEveryone().RequireRateLimiting(AnonymousLimits.Policy).WithFormOptions(valueCountLimit: MostFields).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).CountsStep(EncyclopediaFunnel.Key, "proposee");
            app.MapGet(Addresses.Propose(l, "{key}"), Show).ForEveryone().RequireRateLimiting(AskingLimit.Policy).CountsStep(EncyclopediaFunnel.Key, "formulaire");
            app.MapPost(Addresses.Propose(l, "{key}"), SubmitChange).Does("encyclopedie.proposer").ForEveryone().RequireRateLimiting(AnonymousLimits.Policy).WithFormOptions(valueCountLimit: MostFields).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).CountsStep(EncyclopediaFunnel.Key, "proposee");
        }
    }

    static IResult New(string? type, HttpContext http, AnonymousLimits limits, Visitor visitor)
    {
        var l = Langs.Of(http.Request);
        if (TypeOf(type) is not { } chosen)
        {
            return Html.View<ChooseTypePage, ChooseTypeModel>(new(l));
        }

        var form = new EntryForm();
        form.Set("original", l.Code());
        return Page(Drafting.Of(l, chosen, null, form), limits, visitor);
    }

    static async Task<IResult> Show(string key, int? from, string? at, HttpContext http, EncyclopediaDb db, AnonymousLimits limits, Visitor visitor, CancellationToken ct)
    {
        if (await db.Last(key, ct) is not { } last)
        {
            return TypedResults.NotFound();
        }

        // From an older version: to propose to come back to it.
        var shown = from is { } number ? await db.ContentOf(last.Entry.Id, number, ct) : last.Content;
        if (shown is null)
        {
            return TypedResults.NotFound();
        }

        var form = EntryForm.Of(shown);
        form.Set("at", at ?? "");
        return Page(Drafting.Of(Langs.Of(http.Request), last.Content.Type, last, form), limits, visitor);
    }

    static async Task<IResult> SubmitNew([FromForm] IFormCollection typed, HttpContext http, EncyclopediaDb db, AnonymousLimits limits, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var form = EntryForm.Typed(typed);
        return TypeOf(form["type"]) is { } type
            ? await Submit(Drafting.Of(Langs.Of(http.Request), type, null, form), http, db, limits, visitor, clock, ct)
            : Html.View<ChooseTypePage, ChooseTypeModel>(new(Langs.Of(http.Request)), StatusCodes.Status422UnprocessableEntity);
    }

    static async Task<IResult> SubmitChange(string key, [FromForm] IFormCollection typed, HttpContext http, EncyclopediaDb db, AnonymousLimits limits, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Last(key, ct) is not { } last)
        {
            return TypedResults.NotFound();
        }

        var form = EntryForm.Typed(typed);
        // What it was begun from, if the page said so: somebody may have changed the entry since.
        if (int.TryParse(form["base"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number != last.Number && await db.ContentOf(last.Entry.Id, number, ct) is { } older)
        {
            last = last with { Number = number, Content = older };
        }

        return await Submit(Drafting.Of(Langs.Of(http.Request), last.Content.Type, last, form), http, db, limits, visitor, clock, ct);
    }

    static async Task<IResult> Submit(Drafting draft, HttpContext http, EncyclopediaDb db, AnonymousLimits limits, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var act = draft.Form["act"];
        if (act.StartsWith("row:", StringComparison.Ordinal))
        {
            draft.Form.AddRow(act[4..]);
            return Page(draft, limits, visitor);
        }

        if (act.StartsWith("up:", StringComparison.Ordinal) || act.StartsWith("down:", StringComparison.Ordinal))
        {
            var at = act.IndexOf(':', StringComparison.Ordinal);
            draft.Form.Move(act[(at + 1)..], down: at > 2);
            return Page(draft, limits, visitor);
        }

        if (string.Equals(act, "preview", StringComparison.Ordinal))
        {
            return Page(await draft.Previewed(db, ct), limits, visitor);
        }

        var (proposal, token) = (await draft.Read(Author(visitor), db, clock.GetUtcNow(), ct), SecretLink.Draw());
        if (proposal is not null && visitor.User is not { Accepted: true })
        {
            (var refusal, token) = await limits.Read(draft.Form, http, db, draft.L, ct);
            if (refusal is not null)
            {
                draft.Errors.Add("", refusal);
            }
        }

        if (proposal is null || draft.Errors.Any)
        {
            return Page(draft, limits, visitor);
        }

        proposal.FollowHash = SecretLink.HashOf(token);
        db.Add(proposal);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested && visitor.User is not { Accepted: true })
        {
            // Sent twice at the same moment: only one is kept.
            db.ChangeTracker.Clear();
            if (!await db.Proposals.AnyAsync(p => p.FollowHash == proposal.FollowHash, ct))
            {
                throw;
            }

            draft.Errors.Add("", AnonymousLimits.Used(draft.L));
            return Page(draft, limits, visitor);
        }

        return TypedResults.LocalRedirect(Addresses.Follow(draft.L, token));
    }

    static Guid? Author(Visitor visitor) => visitor.User is { Accepted: true } user ? user.Id : null;

    static EntryType? TypeOf(string? type) => Enum.GetNames<EntryType>().FirstOrDefault(n => string.Equals(n, type, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<EntryType>(name) : null;

    static IResult Page(Drafting draft, AnonymousLimits limits, Visitor visitor) =>
        Html.Form<ProposeEntryPage, ProposeEntryModel>(new(draft, visitor.User is { Accepted: true } ? null : limits.Now()), draft.Errors);
}

/// <param name="Stamp">Of the time the page was opened; null for those who are signed in.</param>
public sealed record ProposeEntryModel(Drafting Draft, string? Stamp);

public sealed record ChooseTypeModel(Lang L);
