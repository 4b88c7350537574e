using Beffroi.Bots.Exploring;
using Beffroi.Bots.Running;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Explorations;

/// <summary>Starts an exploration for a watch whose mandate is in force.</summary>
public static class StartExploration
{
    public static string Address(Lang l) => Addresses.Explorations(l) + l.Say("/commencer", "/start");

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Address(l), Show).ForAnalysts().WhileRecorded(BotsAssessment.Template);
            app.MapPost(Address(l), Start).Does("robots.exploration.commencer").ForAnalysts().WhileRecorded(BotsAssessment.Template);
        }
    }

    static Task<IResult> Show(Guid? watch, HttpRequest request, AtWork at, BotsDb db, TimeProvider clock, CancellationToken ct) =>
        View(ExplorationForm.Default with { Watch = watch?.ToString() }, new(), Langs.Of(request), at, db, clock, ct);

    static async Task<IResult> Start([FromForm] ExplorationForm? form, HttpRequest request, AtWork at, BotsDb db, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (l, errors, now) = (Langs.Of(request), new Errors(), clock.GetUtcNow());
        var read = form.Read(l, errors);
        var watch = Guid.TryParse(form.Watch, out var chosen) && (await Open(at, db, now, ct)).Exists(w => w.Id == chosen) ? chosen : (Guid?)null;
        if (watch is null)
        {
            errors.Add(nameof(form.Watch), l.Say("Choisissez une veille dont le cadre est en vigueur.", "Choose a watch whose mandate is in force."));
        }

        if (read is not { } sound || watch is not { } found || errors.Any)
        {
            return await View(form, errors, l, at, db, clock, ct);
        }

        var exploration = new Exploration
        {
            Id = Guid.CreateVersion7(now), WatchId = found, Network = sound.Network, Name = sound.Name, Rules = sound.Rules.ToJson(), State = ExplorationState.Running, NextAt = now, CreatedAt = now, CreatedBy = at.Analyst.AccountId,
        };
        db.Add(exploration);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Exploration(l, exploration.Id));
    }

    static async Task<List<(Guid Id, string Name)>> Open(AtWork at, BotsDb db, DateTimeOffset now, CancellationToken ct)
    {
        var today = Standing.Today(now);
        var open = await db.Watches.AsNoTracking().Where(w => w.OrganisationId == at.Organisation && w.ClosedAt == null && db.Mandates.Any(m => m.Id == w.MandateId && m.EndedAt == null && m.ExpiresOn >= today))
            .OrderBy(w => w.Name).ThenBy(w => w.Id).Select(w => new { w.Id, w.Name }).ToListAsync(ct);
        return open.ConvertAll(w => (w.Id, w.Name));
    }

    static async Task<IResult> View(ExplorationForm form, Errors errors, Lang l, AtWork at, BotsDb db, TimeProvider clock, CancellationToken ct) =>
        Html.Form<StartExplorationPage, StartExplorationModel>(new() { L = l, Form = form, Errors = errors, Watches = await Open(at, db, clock.GetUtcNow(), ct) }, errors);
}

public sealed record StartExplorationModel
{
    public required Lang L { get; init; }
    public required IReadOnlyList<(Guid Id, string Name)> Watches { get; init; }
    public required ExplorationForm Form { get; init; }
    public required Errors Errors { get; init; }
}
