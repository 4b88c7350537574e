using Beffroi.Eva.Plans;
using Beffroi.Eva.Reviews;

namespace Beffroi.Eva.Tests.Rights;

/// <summary>A structure with one of each thing, and one word on all that people wrote there; beside it another structure, with things of its own.</summary>
sealed class MarkedHouse
{
    public const string Marker = "Zéphyrine-7351";

    /// <summary>What every encoding of a page, an address or a file leaves as it is.</summary>
    public const string Trace = "phyrine-7351";

    MarkedHouse(SiteUnderTest site) => Site = site;

    public SiteUnderTest Site { get; }

    public required Guid Structure { get; init; }
    public required Guid OtherStructure { get; init; }
    public required Guid Campaign { get; init; }
    public required Guid Evaluation { get; init; }
    public required Guid Disagreement { get; init; }
    public required Guid Action { get; init; }
    public required Guid OwnEvaluation { get; init; }
    public required Guid OwnCampaign { get; init; }

    public static async Task<MarkedHouse> Build(DbEngine engine)
    {
        var site = await SiteUnderTest.WithWorld(engine);
        await site.Furnish();
        var (structure, other) = (site.StructureOf("Mission locale du Beffroi"), site.StructureOf("Atelier du Canal"));
        var hugo = site.IdOf(Crew.Hugo);
        await NameThings(site, structure);
        await site.Create(Crew.Rose, Marker + " privée", isPrivate: true);
        var (campaign, evaluation) = await Played(site, Crew.Hugo, Marker + " publique", Marker);
        var (ownCampaign, own) = await Played(site, Crew.OtherAdviser, "Canal", "Awa");
        var at = SiteUnderTest.Start;
        var disagreement = new Disagreement { Id = Guid.CreateVersion7(at), EvaluationId = evaluation, Text = Marker, At = at, By = hugo };
        var action = new AgreedAction { Id = Guid.CreateVersion7(at), EvaluationId = evaluation, AuthorId = hugo, At = at, Text = Marker };
        await site.Given(
            disagreement, action,
            new Decision { Id = Guid.CreateVersion7(at), EvaluationId = evaluation, About = DecisionSubject.Screening, Verdict = Verdict.ToConfirm, Proposed = VerdictWords.Screening, Kept = null, Reason = Marker, At = at, By = hugo },
            new WritingReading { Id = Guid.CreateVersion7(at), EvaluationId = evaluation, Answers = [.. WritingGrid.Questions.Select(_ => "oui")], Note = Marker, At = at, By = hugo },
            new Plan { Id = Guid.CreateVersion7(at), EvaluationId = evaluation, Number = 1, AuthorId = hugo, At = at, Content = new PlanContent { Steps = [Marker], Note = Marker }.ToJson() });
        return new(site)
        {
            Structure = structure, OtherStructure = other, Campaign = campaign, Evaluation = evaluation, Disagreement = disagreement.Id, Action = action.Id, OwnEvaluation = own, OwnCampaign = ownCampaign,
        };
    }

    /// <summary>What belongs to the other structure: everything else is foreign to it.</summary>
    public IReadOnlySet<Guid> Own() =>
        Site.Read(db =>
        {
            var evaluations = db.Evaluations.Where(e => e.Campaign!.StructureId == OtherStructure).Select(e => e.Id).ToList();
            return db.Campaigns.Where(c => c.StructureId == OtherStructure).Select(c => c.Id).ToList()
                .Concat(db.Beneficiaries.Where(b => b.StructureId == OtherStructure).Select(b => b.Id))
                .Concat(db.Runs.Where(r => evaluations.Contains(r.EvaluationId)).Select(r => r.Id))
                .Concat(db.Results.Where(r => evaluations.Contains(r.EvaluationId)).Select(r => r.Id))
                .Concat(evaluations).Append(OtherStructure).ToList();
        }).Concat(Site.ReadAccounts(db => db.Users.Where(a => a.StructureId == OtherStructure).Select(a => a.Id).ToList())).ToHashSet();

    /// <summary>Codes of the people and campaigns of the first structure.</summary>
    public IReadOnlyList<string> Codes() => Site.Read(db =>
        db.Campaigns.Where(c => c.StructureId == Structure).Select(c => c.Code).ToList().TakeLast(2)
            .Concat(db.Beneficiaries.Where(b => b.StructureId == Structure).Select(b => b.Code).ToList().TakeLast(2)).ToList());

    static async Task NameThings(SiteUnderTest site, Guid structure)
    {
        var camille = await (await site.SignIn(Crew.Superadmin)).Open($"/structures/{structure}/modifier");
        await camille.Press("Enregistrer", ("StructureName", Marker + " Mission"));
        await (await (await site.SignIn(Crew.Rose)).Open("/compte/nom")).Press("Enregistrer", ("Name", "Rose " + Marker));
        await (await (await site.SignIn(Crew.Admin)).Open("/invitations/nouvelle")).Press("Inviter", ("Email", $"ze{Trace}@mission.beffroi.example"), ("Role", nameof(Kit.Role.Conseiller)));
        Assert.True(site.ReadAccounts(db => db.Invitations.Any(i => i.Email.Contains(Trace)) && db.Structures.Any(s => s.Name.Contains(Trace)) && db.Users.Any(a => a.Name.Contains(Trace))));
    }

    static async Task<(Guid Campaign, Guid Evaluation)> Played(SiteUnderTest site, string author, string label, string name)
    {
        var campaign = await site.Create(author, label, withWriting: true);
        var person = await Participant.Enter(site, campaign.Code, name);
        await person.AnswerQuestionnaire();
        await person.Send(new Story(await person.Start("livraison")).Answer("L20", $"Bonjour, {name}.", 40).Events);
        await person.PlayAll(_ => true);
        return (campaign.Id, site.LastEvaluation(campaign.Id).Id);
    }
}
