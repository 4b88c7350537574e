using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.OpeningCase;

/// <summary>A case is opened: from a message by one press, or from nothing by a form.</summary>
public static class OpenCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapPost(Addresses.Rooms(l) + "/{room:guid}/message/{message:guid}" + l.Say("/dossier", "/case"), FromMessage).Does("discussion.ouvrir-dossier").ForMembers().RequireAntiforgery().WhileRecorded(ChatAssessment.Template);
            app.MapGet(Addresses.NewCase(l), Show).ForMembers().WhileRecorded(ChatAssessment.Template);
            app.MapPost(Addresses.NewCase(l), Open).Does("discussion.ouvrir-dossier").ForMembers().WhileRecorded(ChatAssessment.Template);
        }
    }

    static async Task<IResult> FromMessage(Guid room, Guid message, HttpRequest request, Seated seated, CaseOpening opening, CancellationToken ct) =>
        await opening.FromMessage(seated.Seat, room, message, null, null, ct) switch
        {
            { View: { } view } => TypedResults.LocalRedirect(Addresses.Case(Langs.Of(request), view.CaseId)),
            // What cannot be opened by one press is opened by the form, which says why.
            { Faults.Count: > 0 } => TypedResults.LocalRedirect($"{Addresses.NewCase(Langs.Of(request))}?room={room}&message={message}"),
            _ => TypedResults.NotFound(),
        };

    static async Task<IResult> Show(Guid? room, Guid? message, HttpRequest request, Seated seated, CaseOpening opening, AudienceChoices choices, TimeProvider clock, CancellationToken ct)
    {
        var from = await From(room, message, seated, opening, ct);
        return (room is not null || message is not null) && from is null ? TypedResults.NotFound() : await Page(from, Typed.Nothing, new(), Langs.Of(request), choices, clock, ct);
    }

    static async Task<IResult> Open([FromForm] IFormCollection? typed, HttpRequest request, Seated seated, CaseOpening opening, AudienceChoices choices, TimeProvider clock, CancellationToken ct)
    {
        var (l, form, errors) = (Langs.Of(request), new Typed(typed), new Errors());
        var (room, message) = (form.Id("Room"), form.Id("Message"));
        var from = await From(room, message, seated, opening, ct);
        if (message is not null && from is null)
        {
            return TypedResults.NotFound();
        }

        if ((await choices.Of(l, from?.Marking, ct)).Read(form, errors) is { } marking)
        {
            var reply = from is { } found
                ? await opening.FromMessage(seated.Seat, found.Link.ChannelId, found.Link.Id, form.Or("Title"), marking, ct)
                : await opening.FromNothing(form.Id("FormId") ?? Guid.CreateVersion7(clock.GetUtcNow()), seated.Seat, form["Title"], form.Or("Text"), marking, ct);
            if (reply is { IsDone: true, View: { } view })
            {
                return TypedResults.LocalRedirect(Addresses.Case(l, view.CaseId));
            }

            CaseDesk.Told(reply ?? new(), errors, l);
        }

        return await Page(from, form, errors, l, choices, clock, ct);
    }

    static Task<(MessageLink Link, Marked Marking)?> From(Guid? room, Guid? message, Seated seated, CaseOpening opening, CancellationToken ct) =>
        room is { } r && message is { } m ? opening.Find(seated.Reader, r, m, ct) : Task.FromResult<(MessageLink, Marked)?>(null);

    static async Task<IResult> Page((MessageLink Link, Marked Marking)? from, Typed form, Errors errors, Lang l, AudienceChoices choices, TimeProvider clock, CancellationToken ct) =>
        Html.Form<OpenCasePage, OpenCaseModel>(new(l, await choices.Of(l, from?.Marking, ct), from?.Link, form, errors, Guid.CreateVersion7(clock.GetUtcNow())), errors);
}

public sealed record OpenCaseModel(Lang L, AudienceChoice Choice, MessageLink? From, Typed Form, Errors Errors, Guid NewId);
