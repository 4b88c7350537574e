using System.Globalization;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Retrospecting;

/// <summary>What was learnt, and what it changes: a practice that was run here gets a proposal in the encyclopedia.</summary>
public static class WriteRetrospective
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(CasePart.Retrospective.Pattern(l), Show).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Retrospective.Pattern(l), Write).Does("discussion.bilan").ForSeated();
            app.MapGet(CasePart.Retrospective.Pattern(l) + "/{run:guid}", ShowEdit).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Retrospective.Pattern(l) + "/{run:guid}", Propose).Does("discussion.proposer-pratique").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? Page(s, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Write(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        var fact = new RetrospectiveWritten { Worked = form["Worked"], Failed = form["Failed"], Lessons = form["Lessons"], Edits = s.State.Retrospective?.Fact.Edits ?? [] };
        return await desk.Write(s, form, errors, [fact], ct) is not null ? TypedResults.LocalRedirect(CasePart.Retrospective.Address(s.L, id)) : Page(s, form, errors);
    }

    static async Task<IResult> ShowEdit(Guid id, Guid run, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s && Find(s, run) is { } file ? Edit(s, file, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Propose(Guid id, Guid run, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, IProcesses processes, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s || Find(s, run) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        if (s.State.Retrospective is not { } retrospective)
        {
            errors.Add("Comment", s.Say("Écrivez d’abord le bilan du dossier : le changement proposé y est noté.", "Write the retrospective of the case first: the proposed change is noted in it."));
            return Edit(s, file, form, errors);
        }

        if (form["Comment"].Length == 0)
        {
            errors.Add("Comment", s.Say("Dites aux relecteurs pourquoi ce changement, sans rien dire du dossier.", "Tell the reviewers why this change, saying nothing of the case."));
            return Edit(s, file, form, errors);
        }

        string href;
        try
        {
            href = await processes.Propose(Amended(file.AsEdit(s.Seat.AccountId, form["Comment"]), form), ct);
        }
        catch (ArgumentException)
        {
            errors.Add("Comment", s.Say("L’encyclopédie refuse ce changement : gardez une étape au moins, dites en quelques mots ce qui est fait, et un délai d’au moins zéro heure.", "The encyclopedia refuses this change: keep one step at least, say in a few words what is done, and a delay of zero hours or more."));
            return Edit(s, file, form, errors);
        }

        var fact = retrospective.Fact with { Edits = [.. retrospective.Fact.Edits, new(file.Started.Fact.Practice, file.Started.Fact.Version, href)] };
        return await desk.Write(s, form, errors, [fact], ct) is not null ? TypedResults.LocalRedirect(CasePart.Retrospective.Address(s.L, id)) : Edit(s, file, form, errors);
    }

    /// <summary>The steps as they were typed; a new one may follow them.</summary>
    static ProcessEdit Amended(ProcessEdit edit, Typed form) => edit with
    {
        Steps =
        [
            .. edit.Steps.Select((step, i) => (Step: step, At: i.ToString(CultureInfo.InvariantCulture)))
                .Where(t => !string.Equals(form["Drop" + t.At], "true", StringComparison.Ordinal))
                .Select(t => t.Step with { Act = form.Or("Act" + t.At) ?? t.Step.Act, Expected = form.Or("Expected" + t.At) ?? t.Step.Expected }),
            .. form.Or("NewAct") is { } act ? [new ProcessEditStep(null, act, form.Or("NewExpected") ?? act, edit.Steps[^1].Role, null, Blocking: false)] : Array.Empty<ProcessEditStep>(),
        ],
    };

    static RunFile? Find(CaseScreen s, Guid run) => s.State.Runs.Find(r => r.Started.Id == run);

    static IResult Page(CaseScreen s, Typed form, Errors errors) => Html.Form<RetrospectivePage, RetrospectiveModel>(new(s, form, errors), errors);

    static IResult Edit(CaseScreen s, RunFile run, Typed form, Errors errors) => Html.Form<ProposeChangePage, ProposeChangeModel>(new(s, run, form, errors), errors);
}

public sealed record RetrospectiveModel(CaseScreen S, Typed Form, Errors Errors);

public sealed record ProposeChangeModel(CaseScreen S, RunFile Run, Typed Form, Errors Errors);
