using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Results;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Eva.Tests.Norming;

/// <summary>People who played livraison to its end, with their results kept: a cohort of any size in a moment.</summary>
static class GivenCohort
{
    public static readonly IReadOnlyList<BankItem> Items = BankShelf.Embedded("livraison").Items;

    /// <summary>Ability of a person by her number: the same for every test.</summary>
    public static double Ability(int n)
    {
        var chance = new Random(n);
        return Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
    }

    /// <param name="right">Whether a person is right, by her number and the item; by her ability when null.</param>
    public static async Task<IReadOnlyList<Guid>> Cohort(
        this SiteUnderTest site, int count, Guid? structure = null, Func<int, string>? gender = null, Func<int, string>? mode = null, Func<int, BankItem, bool>? right = null, double seconds = 9, bool finished = true, int first = 0)
    {
        var place = structure ?? site.StructureOf("Mission locale du Beffroi");
        var campaign = new Campaign { Id = Guid.NewGuid(), StructureId = place, AuthorId = site.IdOf(Crew.Hugo), Label = $"Cohorte {Guid.NewGuid():N}"[..20], Code = $"K{Guid.NewGuid():N}"[..12], CreatedAt = SiteUnderTest.Start, IsPrivate = false, Parcours = Parcours.CompetencesDeBase, Situations = ["livraison"], WithWriting = false };
        var people = Enumerable.Range(first, count).Select(n => (N: n, Person: new Beneficiary { Id = Guid.NewGuid(), StructureId = place, Name = "Awa", Code = $"{Guid.NewGuid():N}"[..12], CreatedAt = SiteUnderTest.Start })).ToList();
        var evaluations = people.ConvertAll(p =>
        {
            var evaluation = new Evaluation { Id = Guid.NewGuid(), CampaignId = campaign.Id, BeneficiaryId = p.Person.Id, StartedAt = SiteUnderTest.Start, ConsentedAt = SiteUnderTest.Start, ConsentVersion = "2026-11", TokenHash = [] };
            evaluation.Background = new() { EvaluationId = evaluation.Id, Gender = gender?.Invoke(p.N), FrenchMotherTongue = p.N % 2 == 0 ? "oui" : "non" };
            evaluation.Background.TellAge(20 + (p.N % 40));
            var run = new Run { Id = Guid.NewGuid(), EvaluationId = evaluation.Id, Situation = "livraison", Seed = p.N, StartedAt = SiteUnderTest.Start };
            run.Events.AddRange(Lines(run.Id, p.N, mode?.Invoke(p.N) ?? "souris", right, seconds));
            if (finished)
            {
                run.Finish(run.Events[^1].Position, SiteUnderTest.Start);
            }

            evaluation.Runs.Add(run);
            return evaluation;
        });
        await site.Write<EvaDb>(db => db.Add(campaign));
        await site.Write<EvaDb>(db =>
        {
            db.AddRange(people.Select(p => p.Person));
            db.AddRange(evaluations);
        });
        if (finished)
        {
            await site.Write<EvaDb>(db => db.Evaluations.Include(e => e.Campaign).Include(e => e.Runs).Where(e => e.CampaignId == campaign.Id).ToList().ForEach(e => e.FinishWhenDone(SiteUnderTest.Start)));
            await site.Score(evaluations.Select(e => e.Id));
        }

        return evaluations.ConvertAll(e => e.Id);
    }

    /// <summary>What the end of a game does, and what the command does again.</summary>
    public static async Task Score(this SiteUnderTest site, IEnumerable<Guid> evaluations)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "essai";
        foreach (var id in evaluations)
        {
            await Scorebook.Write(id, scope.ServiceProvider.GetRequiredService<EvaDb>(), site.Clock, TestContext.Current.CancellationToken);
        }
    }

    static IEnumerable<EventLine> Lines(Guid run, int n, string mode, Func<int, BankItem, bool>? right, double seconds)
    {
        var (position, now, chance, ability) = (0, SiteUnderTest.Start.ToUnixTimeMilliseconds(), new Random(1000 + n), Ability(n));
        foreach (var item in Items)
        {
            yield return Line(EventNames.QuestionShown, new { question = item.Id });
            now += (long)(seconds * 1000);
            var luck = chance.NextDouble();
            yield return right?.Invoke(n, item) ?? luck < 1 / (1 + Math.Exp(-1.2 * (ability - item.Difficulty)))
                ? Line(EventNames.Answered, new { question = item.Id, reponse = item.Solution[0], moyen = mode })
                : Line(EventNames.Answered, new { question = item.Id, reponse = item.Kind is ItemKind.Choice ? item.Choices.First(c => c.Id != item.Solution[0]).Id : "999", moyen = mode });
        }

        EventLine Line(string name, object data) => new() { RunId = run, Position = position++, Name = name, Date = now, ReceivedAt = SiteUnderTest.Start, Data = JsonSerializer.Serialize(data) };
    }
}
