using Beffroi.Eva.Entry;
using Beffroi.Eva.Plans;
using Beffroi.Eva.Reviews;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.FollowUp;

/// <summary>People whom tests follow, and what the tables hold of them.</summary>
static class GivenPeople
{
    public static Beneficiary Person(this SiteUnderTest site, string name) =>
        site.Read(db => db.Beneficiaries.AsNoTracking().Include(p => p.FormerCodes).Include(p => p.Anonymised).Single(p => p.Name == name));

    public static string PageOf(this SiteUnderTest site, string name) => $"/eva/beneficiaires/{site.Person(name).Id}";

    public static IReadOnlyList<Guid> EvaluationsOf(this SiteUnderTest site, Guid person) =>
        site.Read(db => db.Evaluations.Where(e => e.BeneficiaryId == person).OrderBy(e => e.StartedAt).Select(e => e.Id).ToList());

    /// <summary>A person of Hugo's structure with one result a day, of literacy, as the engine keeps it.</summary>
    public static async Task<Beneficiary> Measured(this SiteUnderTest site, string name, params Mark[] marks)
    {
        var start = SiteUnderTest.Start.AddDays(-100);
        var campaign = new Campaign
        {
            Id = Guid.NewGuid(), Label = $"Mesures de {name}", Code = $"{Guid.NewGuid():N}"[..18], StructureId = site.StructureOf("Mission locale du Beffroi"), AuthorId = site.IdOf(Crew.Hugo), CreatedAt = start,
            Parcours = Parcours.CompetencesDeBase, Situations = [ParcoursPlan.Livraison], WithWriting = false, IsPrivate = false,
        };
        var person = new Beneficiary { Id = Guid.NewGuid(), StructureId = campaign.StructureId, Name = name, Code = $"{Guid.NewGuid():N}"[..18], CreatedAt = start };
        await site.Given([campaign, person, .. marks.Select((mark, day) => Evaluation(campaign, person, mark, start.AddDays(day)))]);
        return person;
    }

    /// <summary>Everything that can be written with a person or about her, with this word in it.</summary>
    public static Task WriteAbout(this SiteUnderTest site, Guid evaluation, string word) => site.Given(
        new Decision { Id = Guid.NewGuid(), EvaluationId = evaluation, About = default, Verdict = Verdict.Confirmed, Proposed = "ni_ni", Kept = null, Reason = $"décision : {word}", At = SiteUnderTest.Start, By = Guid.NewGuid() },
        new Disagreement { Id = Guid.NewGuid(), EvaluationId = evaluation, Text = $"désaccord : {word}", At = SiteUnderTest.Start, By = null },
        new WritingReading { Id = Guid.NewGuid(), EvaluationId = evaluation, Answers = ["oui"], Note = $"note : {word}", At = SiteUnderTest.Start, By = Guid.NewGuid() },
        new Plan { Id = Guid.NewGuid(), EvaluationId = evaluation, Number = 1, AuthorId = Guid.NewGuid(), At = SiteUnderTest.Start, Content = new PlanContent { Note = $"plan : {word}" }.ToJson() },
        new AgreedAction { Id = Guid.NewGuid(), EvaluationId = evaluation, AuthorId = Guid.NewGuid(), At = SiteUnderTest.Start, Text = $"étape : {word}" });

    static Evaluation Evaluation(Campaign campaign, Beneficiary person, Mark mark, DateTimeOffset at)
    {
        var evaluation = new Evaluation
        {
            Id = Guid.NewGuid(), CampaignId = campaign.Id, Campaign = campaign, BeneficiaryId = person.Id, Beneficiary = person,
            StartedAt = at, ConsentedAt = at, ConsentVersion = ConsentText.Version, TokenHash = [],
        };
        var run = new Run { Id = Guid.NewGuid(), EvaluationId = evaluation.Id, Situation = ParcoursPlan.Livraison, Seed = 1, StartedAt = at };
        run.Events.AddRange(mark.Means.Select((means, position) => new EventLine
        {
            RunId = run.Id, Position = position, Name = "reponse", Date = 0, ReceivedAt = at, Data = means is null ? """{"question":"L01"}""" : $$"""{"question":"L01","moyen":"{{means}}"}""",
        }));
        run.Finish(mark.Means.Count, at);
        evaluation.Runs.Add(run);
        evaluation.FinishWhenDone(at);
        evaluation.Results.Add(new()
        {
            Id = Guid.NewGuid(), EvaluationId = evaluation.Id, Engine = "beffroi", EngineVersion = mark.Version, NormsVersion = mark.Norms, ComputedAt = at,
            Score = new Score
            {
                Engine = EngineName.Beffroi, EngineVersion = mark.Version, NormsVersion = mark.Norms, SubResults = [], Calibrated = false,
                Flags = mark.Interpretable ? [] : [new(FlagCode.NonInterpretable, "questions")],
                Litteratie = new()
                {
                    Value = mark.Value, StandardError = mark.Error, Interval = new(mark.Value - (1.96 * mark.Error), mark.Value + (1.96 * mark.Error)), Cefr = Cefr.A2, Anlci = Anlci.Profile4, Items = 20,
                },
            }.ToJson(),
        });
        return evaluation;
    }
}

/// <summary>A result on the scale of literacy.</summary>
sealed record Mark(double Value, double Error)
{
    public string Version { get; init; } = "1";
    public string Norms { get; init; } = "essai";
    public IReadOnlyList<string?> Means { get; init; } = ["souris", "clavier"];
    public bool Interpretable { get; init; } = true;
}
