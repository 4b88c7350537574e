using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Observing;

/// <summary>Addresses, accounts, hashtags and domains that were met, each in its one form; and the other cases where they were met.</summary>
public static class NoteObservables
{
    /// <summary>In one text.</summary>
    const int Most = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(CasePart.Observables.Pattern(l), Show).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Observables.Pattern(l), Note).Does("discussion.noter-observables").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, CaseMeetings meetings, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? await Page(s, Typed.Nothing, new(), meetings, ct) : TypedResults.NotFound();

    static async Task<IResult> Note(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CaseMeetings meetings, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        var facts = string.Equals(form["Act"], "account", StringComparison.Ordinal) ? Account(s, form, errors) : InText(s, form, errors);
        return !errors.Any && await desk.Write(s, form, errors, facts, ct) is not null
            ? TypedResults.LocalRedirect(CasePart.Observables.Address(s.L, id))
            : await Page(s, form, errors, meetings, ct);
    }

    static List<CaseFact> InText(CaseScreen s, Typed form, Errors errors)
    {
        var known = s.State.Observables.Select(o => o.Fact.Observable).ToHashSet();
        var found = ObservableReader.Find(form["Text"]);
        if (found.Count == 0)
        {
            errors.Add("Text", s.Say("Aucune adresse, aucun compte, mot-dièse ou domaine n’a été reconnu dans ce texte.", "No address, account, hashtag or domain was recognised in this text."));
        }
        else if (found.Count > Most)
        {
            errors.Add("Text", s.Say($"{found.Count} observables d’un coup : {Most} au plus. Envoyez-les en plusieurs fois.", $"{found.Count} observables at once: {Most} at most. Send them in several goes."));
        }

        // Met again with a note, it is a sighting more; without one it says nothing new.
        var note = form.Or("Note");
        return [.. found.Where(f => note is not null || !known.Contains(f.Observable)).Select(f => new ObservableNoted
        {
            Observable = f.Observable,
            Found = string.Equals(f.Found, f.Observable.Value, StringComparison.Ordinal) ? null : f.Found,
            Note = note,
        })];
    }

    static List<CaseFact> Account(CaseScreen s, Typed form, Errors errors)
    {
        var page = Observable.Read(ObservableKind.Url, form["Account"]) is { } url ? AccountPage.Of(url) : null;
        if ((page ?? Observable.Read(ObservableKind.Account, form["Account"], form["Network"].ToLowerInvariant())) is { } account)
        {
            return [new ObservableNoted { Observable = account, Found = string.Equals(form["Account"], account.Value, StringComparison.Ordinal) ? null : form["Account"], Note = form.Or("Note") }];
        }

        errors.Add("Account", s.Say("Ce compte n’est pas reconnu : donnez son nom sur le réseau, comme @nom.", "This account is not recognised: give its name on the network, such as @name."));
        return [];
    }

    static async Task<IResult> Page(CaseScreen s, Typed form, Errors errors, CaseMeetings meetings, CancellationToken ct) =>
        Html.Form<ObservablesPage, ObservablesModel>(new(s, JoinProposals.Of(s.View, await meetings.Others(s.View, s.Seat.Reader, ct)), form, errors), errors);
}

/// <param name="Proposals">Other cases of this reader with something of this one.</param>
public sealed record ObservablesModel(CaseScreen S, IReadOnlyList<JoinProposal> Proposals, Typed Form, Errors Errors);
