using System.Text;
using Beffroi.Accounts;
using Beffroi.Eva;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.OrientationFiles;
using Beffroi.Eva.Orienting;
using Beffroi.Eva.Plans;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Cli.World;

/// <summary>The sample files of the product, in use, and the plan of one person after an interview.</summary>
static class WorldOrientation
{
    // The shares of the sample are of that year: it says so, and ranks no trade.
    static readonly DateOnly Bmo = new(2020, 4, 1);

    public static async Task<bool> PlantFiles(EvaDb eva, AccountsDb accounts, DateTimeOffset now, CancellationToken ct)
    {
        var author = await accounts.Users.Where(a => a.Email == People.Camille.Email).Select(a => a.Id).SingleAsync(ct);
        var planted = await Plant(FileKind.Offres, "offres-exemple.csv", DateOnly.FromDateTime(now.AddDays(-10).UtcDateTime)) | await Plant(FileKind.Bmo, "bmo-exemple.csv", Bmo);
        await eva.SaveChangesAsync(ct);
        return planted;

        async Task<bool> Plant(FileKind kind, string name, DateOnly measured)
        {
            var use = OrientationFile.UseOf(kind);
            if (await eva.OrientationFiles.AnyAsync(f => f.Use == use, ct))
            {
                return false;
            }

            var at = now.AddDays(-10);
            var file = FileTerms.Draft(kind, FileReading.Of(kind, Encoding.UTF8.GetBytes(OrientationData.Text(name))), "Exemple inventé, livré avec le logiciel", measured, name, author, at);
            file.Confirm(at);
            eva.Add(file);
            return true;
        }
    }

    public static async Task<bool> PlantPlan(EvaDb eva, AccountsDb accounts, DateTimeOffset now, CancellationToken ct)
    {
        var evaluation = await eva.Evaluations.AsNoTracking().SingleOrDefaultAsync(e => e.Beneficiary!.Code == Players.Bernard.Code && e.FinishedAt != null, ct);
        if (evaluation is null || await eva.Plans.AnyAsync(p => p.EvaluationId == evaluation.Id, ct) || await eva.AgreedActions.AnyAsync(a => a.EvaluationId == evaluation.Id, ct))
        {
            return false;
        }

        var hugo = await accounts.Users.AsNoTracking().SingleAsync(a => a.Email == People.Hugo.Email, ct);
        var user = new CurrentUser { Id = hugo.Id, Name = hugo.Name, Role = hugo.Role, StructureId = hugo.StructureId, Structures = hugo.StructureId is { } structure ? [structure] : [], Accepted = true };
        if (await Findings.Load(eva, evaluation.Id, user, ct) is not { } findings)
        {
            return false;
        }

        var met = evaluation.FinishedAt!.Value.AddDays(1) is var next && next < now ? next : now;
        var action = new AgreedAction { Id = Guid.CreateVersion7(met), EvaluationId = evaluation.Id, AuthorId = hugo.Id, At = met, Text = "Appeler ensemble le centre de formation jeudi" };
        var tension = await OrientationShelf.Tension(eva, Home, ct);
        var fits = TradeRanking.Of(Trades.Current.All, new() { Base = findings.Base, Strengths = findings.Strengths, Constraints = Said, Tension = tension, Today = DateOnly.FromDateTime(met.UtcDateTime) });
        var errors = new Errors();
        if (Form(findings, fits, action).Confirm(findings.Ways, fits, [action], OrientPerson.MadeWith(tension), errors) is not { } content)
        {
            throw new InvalidOperationException($"The plan of the named world is invalid: {string.Join(" ; ", errors.All.Select(e => e.Message))}.");
        }

        eva.Add(action);
        eva.Add(new Plan { Id = Guid.CreateVersion7(met), EvaluationId = evaluation.Id, Number = 1, AuthorId = hugo.Id, At = met, Content = content.ToJson() });
        await eva.SaveChangesAsync(ct);
        return true;
    }

    const string Home = "59";

    static readonly IReadOnlyList<LifeConstraint> Said = [LifeConstraint.SansNuit];

    static PlanForm Form(Findings findings, IReadOnlyList<TradeFit> fits, AgreedAction action) => new()
    {
        Constraints = Said,
        Department = Home,
        Ways = [.. findings.Ways.Take(1).Select(w => TechnicalName.Of(w.Way))],
        WaySteps = [.. findings.Ways.Take(1).Select(w => PlanForm.StepKey(w.Way, 0))],
        Trades = [.. fits.Take(2).Select(f => f.Trade.Rome)],
        Actions = [$"{action.Id}"],
        Note = "Nous en reparlons dans deux semaines.",
    };
}
