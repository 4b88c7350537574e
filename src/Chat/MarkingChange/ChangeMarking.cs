using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.MarkingChange;

/// <summary>Who may read the case, or one line of it, is changed; or a line is taken back. Its source decides; who opened the case may restrict.</summary>
public static class ChangeMarking
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            // Choosing readers shows who is on the site: guests, who know one case, have nothing to choose.
            app.MapGet(CasePart.Marking.Pattern(l), Show).ForMembers().Does("discussion.lire");
            app.MapPost(CasePart.Marking.Pattern(l), Change).Does("discussion.marquer").ForMembers();
            app.MapGet(CasePart.Marking.Pattern(l) + "/{line:guid}", ShowLine).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Marking.Pattern(l) + "/{line:guid}", ChangeLine).Does("discussion.marquer").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, AudienceChoices choices, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? await Page(s, Typed.Nothing, new(), choices, ct) : TypedResults.NotFound();

    static async Task<IResult> Change(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, AudienceChoices choices, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        if ((await choices.Of(s.L, s.Marking, ct)).Read(form, errors) is { } to)
        {
            var fact = new MarkingChanged { Target = s.View.Events[0].Id, To = to, Why = form["Why"] };
            if (await desk.Write(s, form, errors, [fact], ct) is not null)
            {
                return TypedResults.LocalRedirect(Addresses.Case(s.L, id));
            }
        }

        return await Page(s, form, errors, choices, ct);
    }

    static async Task<IResult> ShowLine(Guid id, Guid line, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s && Find(s, line) is { } found ? Line(s, found, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> ChangeLine(Guid id, Guid line, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s || Find(s, line) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        CaseFact fact = string.Equals(form["Act"], "withdraw", StringComparison.Ordinal)
            ? new Withdrawn { Target = line, Why = form["WithdrawWhy"] }
            : new MarkingChanged { Target = line, To = LineMarking.Read(form["Marking"], s.Marking, s.Seat), Why = form["Why"] };
        // The marking of the act is that of what it amends, whatever it says.
        var draft = new CaseDraft { Id = desk.IdOf(s, form, fact, 0), Author = s.Seat.Author, Marking = new() { Tlp = s.Marking.Tlp }, Fact = fact };
        var told = new Errors();
        if (await desk.Write(s, told, [draft], ct) is not null)
        {
            return TypedResults.LocalRedirect(Addresses.Case(s.L, id));
        }

        foreach (var (field, message) in told.All)
        {
            errors.Add(fact is Withdrawn && field is "Why" or "Target" ? "WithdrawWhy" : field, message);
        }

        return Line(s, found, form, errors);
    }

    static CaseEvent? Find(CaseScreen s, Guid line) => s.View.Find(line) is { Fact: { Amends: null } and not CaseOpened } found ? found : null;

    static async Task<IResult> Page(CaseScreen s, Typed form, Errors errors, AudienceChoices choices, CancellationToken ct) =>
        Html.Form<ChangeMarkingPage, ChangeMarkingModel>(new(s, await choices.Of(s.L, s.Marking, ct), form, errors), errors);

    static IResult Line(CaseScreen s, CaseEvent line, Typed form, Errors errors) => Html.Form<LineMarkingPage, LineMarkingModel>(new(s, line, form, errors), errors);
}

public sealed record ChangeMarkingModel(CaseScreen S, AudienceChoice Choice, Typed Form, Errors Errors);

public sealed record LineMarkingModel(CaseScreen S, CaseEvent Line, Typed Form, Errors Errors);
