using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Running;

/// <summary>A practice of the encyclopedia is run on the case as a checklist: who does what, for when, and what it gave.</summary>
public static class RunProcess
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = CasePart.Runs.Pattern(l);
            app.MapGet(path, Show).ForSeated().Does("discussion.lire");
            app.MapPost(path, Start).Does("discussion.demarche").ForSeated();
            app.MapGet(path + "/{run:guid}", ShowRun).ForSeated().Does("discussion.lire");
            app.MapPost(path + "/{run:guid}", End).Does("discussion.demarche").ForSeated();
            app.MapGet(path + "/{run:guid}/{step}", ShowStep).ForSeated().Does("discussion.lire");
            app.MapPost(path + "/{run:guid}/{step}", SetStep).Does("discussion.demarche").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, string? all, HttpRequest request, CaseDesk desk, IProcesses processes, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? await List(s, all is not null, new(), processes, ct) : TypedResults.NotFound();

    static async Task<IResult> Start(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, IProcesses processes, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        if (await processes.Find(form["Practice"], null, s.L, ct) is not { } process)
        {
            errors.Add("Practice", s.Say("Choisissez une pratique à dérouler.", "Choose a practice to run."));
            return await List(s, all: false, errors, processes, ct);
        }

        if (await desk.Write(s, form, errors, [RunStarted.Of(process, s.L, s.Now)], ct) is not { } reply)
        {
            return await List(s, all: false, errors, processes, ct);
        }

        if (reply.Written is not [.., var line])
        {
            return TypedResults.LocalRedirect(CasePart.Runs.Address(s.L, id));
        }

        await processes.Tell(Told(reply.View!, line.Id), ct);
        return TypedResults.LocalRedirect($"{CasePart.Runs.Address(s.L, id)}/{line.Id}");
    }

    static async Task<IResult> ShowRun(Guid id, Guid run, HttpRequest request, CaseDesk desk, IProcesses processes, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s && Find(s, run) is { } file ? await Run(s, file, Typed.Nothing, new(), processes, ct) : TypedResults.NotFound();

    static async Task<IResult> End(Guid id, Guid run, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, IProcesses processes, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s || Find(s, run) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        var fact = new RunEnded { Run = run, Outcome = form.Choice<UseOutcome>("Outcome", errors, s.L), Note = form.Or("Note"), PublicNote = IsTold(s, run) ? form.Or("PublicNote") : null };
        if (errors.Any || await desk.Write(s, form, errors, [fact], ct) is not { } reply)
        {
            return await Run(s, file, form, errors, processes, ct);
        }

        await processes.Tell(Told(reply.View!, run), ct);
        return TypedResults.LocalRedirect($"{CasePart.Runs.Address(s.L, id)}/{run}");
    }

    static async Task<IResult> ShowStep(Guid id, Guid run, string step, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s && Find(s, run) is { } file && At(file, step) is { } at ? await Step(s, file, at, Typed.Nothing, new(), desk, ct) : TypedResults.NotFound();

    static async Task<IResult> SetStep(Guid id, Guid run, string step, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s || Find(s, run) is not { } file || At(file, step) is not { } at)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        var owner = await desk.Owner(s, form, "Owner", errors, ct);
        var (state, due) = (form.Choice<StepState>("State"), form.At("DueAt", errors, s.L));
        var fact = new RunStepSet
        {
            Run = run,
            Step = step,
            // What is as it was is not said again.
            State = state == at.State ? null : state,
            Owner = owner == at.Owner ? null : owner,
            DueAt = due is { } d && at.DueAt is { } was && d == was ? null : due,
            Result = form.Or("Result"),
            Shown = form.Ids("Shown"),
        };
        return !errors.Any && await desk.Write(s, form, errors, [fact], ct) is not null
            ? TypedResults.LocalRedirect($"{CasePart.Runs.Address(s.L, id)}/{run}#s-{Array.FindIndex([.. file.Steps], t => t == at) + 1}")
            : await Step(s, file, at, form, errors, desk, ct);
    }

    static ProcessUse Told(CaseView view, Guid run) => view.State.Runs.Single(r => r.Started.Id == run).UseAt(view.MarkingOf(run).Tlp);

    /// <summary>Whether the encyclopedia is told in words how it went.</summary>
    public static bool IsTold(CaseScreen s, Guid run) => s.View.MarkingOf(run).Tlp <= Tlp.Green;

    static RunFile? Find(CaseScreen s, Guid run) => s.State.Runs.Find(r => r.Started.Id == run);

    static RunStepFile? At(RunFile run, string step) => run.Steps.Find(t => string.Equals(t.Step.Id, step, StringComparison.Ordinal));

    static async Task<IResult> List(CaseScreen s, bool all, Errors errors, IProcesses processes, CancellationToken ct) =>
        Html.Form<RunsPage, RunsModel>(new(s, all, await processes.List(all ? null : s.State.Phase.ToString(), s.L, ct), errors), errors);

    static async Task<IResult> Run(CaseScreen s, RunFile run, Typed form, Errors errors, IProcesses processes, CancellationToken ct) =>
        Html.Form<RunPage, RunModel>(new(s, run, await processes.ChangesSince(run.Started.Fact.Practice, run.Started.Fact.Version, s.L, ct), form, errors), errors);

    static async Task<IResult> Step(CaseScreen s, RunFile run, RunStepFile step, Typed form, Errors errors, CaseDesk desk, CancellationToken ct) =>
        Html.Form<StepPage, StepModel>(new(s, run, step, await desk.People(s, ct), form, errors), errors);
}

/// <param name="All">Practices of every phase are offered, not only those of the phase of the case.</param>
public sealed record RunsModel(CaseScreen S, bool All, IReadOnlyList<ProcessHead> Offered, Errors Errors);

/// <param name="Changes">Of the practice since the version that is run; null where it is gone.</param>
public sealed record RunModel(CaseScreen S, RunFile Run, ProcessChanges? Changes, Typed Form, Errors Errors);

public sealed record StepModel(CaseScreen S, RunFile Run, RunStepFile Step, IReadOnlyList<Option> People, Typed Form, Errors Errors);
