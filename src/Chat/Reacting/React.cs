using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Reacting;

/// <summary>What could be done, what was decided, by whom, what came of it, and how many people met the manipulation before and after. To do nothing is a reaction like the others.</summary>
public static class React
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(CasePart.Reactions.Pattern(l), Show).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Reactions.Pattern(l), Propose).Does("discussion.proposer-reaction").ForSeated();
            app.MapGet(CasePart.Reactions.Pattern(l) + "/{line:guid}", ShowOne).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Reactions.Pattern(l) + "/{line:guid}", Decide).Does("discussion.decider-reaction").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? await Page(s, Typed.Nothing, new(), desk, ct) : TypedResults.NotFound();

    static async Task<IResult> Propose(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        CaseFact fact = string.Equals(form["Act"], "decision", StringComparison.Ordinal)
            ? new DecisionTaken { What = form["What"], Why = form["Why"], Shown = form.Ids("Shown") }
            : new ReactionProposed
            {
                Option = form.Choice<ReactionOption>("Option", errors, s.L),
                Text = form["Text"],
                Backfire = form["Backfire"],
                BackfireChance = form.Choice<Estimate>("BackfireChance", errors, s.L),
                Owner = await desk.Owner(s, form, "Owner", errors, ct),
            };
        return !errors.Any && await desk.Write(s, form, errors, [fact], ct) is not null
            ? TypedResults.LocalRedirect(CasePart.Reactions.Address(s.L, id))
            : await Page(s, form, errors, desk, ct);
    }

    static async Task<IResult> ShowOne(Guid id, Guid line, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s && Find(s, line) is { } reaction ? await One(s, reaction, Typed.Nothing, new(), desk, ct) : TypedResults.NotFound();

    static async Task<IResult> Decide(Guid id, Guid line, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, TimeProvider clock, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s || Find(s, line) is not { } reaction)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        CaseFact fact = form["Act"] switch
        {
            "end" => new ReactionEnded { Reaction = line, Outcome = form.Choice<Outcome>("Outcome", errors, s.L), Text = form["Text"] },
            "exposure" => ExposureForm.Read(form, line, clock, errors, s.L),
            _ => new ReactionDecided
            {
                Reaction = line,
                Verdict = form.Choice<Verdict>("Verdict", errors, s.L),
                Why = form["Why"],
                Owner = await desk.Owner(s, form, "Owner", errors, ct),
                DueAt = form.At("DueAt", errors, s.L),
            },
        };
        return !errors.Any && await desk.Write(s, form, errors, [fact], ct) is not null
            ? TypedResults.LocalRedirect($"{CasePart.Reactions.Address(s.L, id)}/{line}")
            : await One(s, reaction, form, errors, desk, ct);
    }

    static ReactionFile? Find(CaseScreen s, Guid line) => s.State.Reactions.Find(r => r.Proposed.Id == line);

    static async Task<IResult> Page(CaseScreen s, Typed form, Errors errors, CaseDesk desk, CancellationToken ct) =>
        Html.Form<ReactionsPage, ReactionsModel>(new(s, await desk.People(s, ct), form, errors), errors);

    static async Task<IResult> One(CaseScreen s, ReactionFile reaction, Typed form, Errors errors, CaseDesk desk, CancellationToken ct) =>
        Html.Form<OneReactionPage, OneReactionModel>(new(s, reaction, await desk.People(s, ct), form, errors), errors);
}

public sealed record ReactionsModel(CaseScreen S, IReadOnlyList<Option> People, Typed Form, Errors Errors);

public sealed record OneReactionModel(CaseScreen S, ReactionFile Reaction, IReadOnlyList<Option> People, Typed Form, Errors Errors);
