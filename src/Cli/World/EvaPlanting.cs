using Beffroi.Eva;
using Beffroi.Eva.Entry;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Welcome;

namespace Beffroi.Cli.World;

/// <summary>Builds the campaigns and the evaluations, not saved yet.</summary>
static class EvaPlanting
{
    /// <param name="accounts">Each person's account and structure.</param>
    public static void Plant(EvaDb db, IReadOnlyDictionary<string, (Guid Id, Guid? Structure)> accounts, DateTimeOffset now)
    {
        foreach (var told in Campaigns.All)
        {
            var campaign = Campaign(told, accounts[told.Author.Email], now);
            db.Add(campaign);
            db.Add(new CampaignCodeTaken { Code = campaign.Code, At = campaign.CreatedAt });
            foreach (var player in Players.All.Where(p => p.Campaign == told))
            {
                var evaluation = Evaluation(player, campaign, now.AddDays(-player.DaysAgo));
                db.Add(evaluation);
                db.AddRange(WorldReviews.Of(player, evaluation, campaign.AuthorId, now));
            }
        }
    }

    static Campaign Campaign(WorldCampaign told, (Guid Id, Guid? Structure) author, DateTimeOffset now)
    {
        var created = now.AddDays(-20);
        var campaign = new Campaign
        {
            Id = Guid.CreateVersion7(created),
            Label = told.Label,
            Code = told.Code,
            StructureId = author.Structure ?? throw new InvalidOperationException($"{told.Author.Name} opens a campaign and has no structure."),
            AuthorId = author.Id,
            CreatedAt = created,
            Parcours = told.Parcours,
            Situations = [.. told.Situations],
            WithWriting = told.WithWriting,
            WithSelfPositioning = told.WithSelfPositioning,
            WithConfidence = told.WithConfidence,
            IsPrivate = told.IsPrivate,
        };
        if (told.IsClosed)
        {
            campaign.Deactivate(author.Id, now.AddDays(-10));
        }

        return campaign;
    }

    static Evaluation Evaluation(WorldPlayer player, Campaign campaign, DateTimeOffset start)
    {
        var beneficiary = new Beneficiary { Id = Guid.CreateVersion7(start), StructureId = campaign.StructureId, Name = player.Name, Code = player.Code, CreatedAt = start };
        var evaluation = new Evaluation
        {
            Id = Guid.CreateVersion7(start),
            CampaignId = campaign.Id,
            Campaign = campaign,
            BeneficiaryId = beneficiary.Id,
            Beneficiary = beneficiary,
            StartedAt = start,
            ConsentedAt = start,
            ConsentVersion = ConsentText.Version,
            // Nobody holds the token: a browser gets a new one with the personal code.
            TokenHash = Beffroi.Eva.Evaluation.Hash(Beffroi.Eva.Evaluation.NewToken()),
        };
        evaluation.Background = Background(player, evaluation.Id);
        Say(player, evaluation, start.AddMinutes(2));
        var end = Play(player, evaluation, start.AddMinutes(3));
        if (evaluation.FinishedAt is not null)
        {
            Say(player, evaluation, end.AddMinutes(1));
        }

        return evaluation;
    }

    static Background Background(WorldPlayer player, Guid evaluation)
    {
        var background = new Background { EvaluationId = evaluation };
        foreach (var question in Questionnaire.Questions)
        {
            question.Keep(background, player.Background[question.Name]);
        }

        return background;
    }

    /// <summary>What the campaign asks at this point.</summary>
    static void Say(WorldPlayer player, Evaluation evaluation, DateTimeOffset at)
    {
        foreach (var question in Asking.Of(evaluation).OfType<SelfQuestion>())
        {
            question.KeepIn(evaluation, player.Own.GetValueOrDefault(question.Name, Beffroi.Eva.Background.Unsaid), at);
        }
    }

    static DateTimeOffset Play(WorldPlayer player, Evaluation evaluation, DateTimeOffset start)
    {
        foreach (var situation in evaluation.Campaign!.Situations.TakeWhile(s => player.Leaves is not { After: 0 } leaves || !string.Equals(s, leaves.Situation, StringComparison.Ordinal)))
        {
            var run = new Run { Id = Guid.CreateVersion7(start), EvaluationId = evaluation.Id, Situation = situation, Seed = player.Seed, StartedAt = start };
            evaluation.Runs.Add(run);
            var script = new EventScript(run, player);
            run.Events.AddRange(Told(script, run, evaluation.Campaign.WithWriting));
            Finishing.Close(evaluation, run.Events, script.Now);
            evaluation.FinishWhenDone(script.Now);
            start = script.Now.AddSeconds(30);
            if (script.Most < int.MaxValue)
            {
                break;
            }
        }

        return start;
    }

    static IReadOnlyList<EventLine> Told(EventScript script, Run run, bool withWriting) => run.Situation switch
    {
        ParcoursPlan.Livraison => new ReadingScript(script).Livraison(withWriting),
        ParcoursPlan.Maintenance => new ReadingScript(script).Maintenance(run.Seed),
        ObjetsTrouvesRules.Technical => new ReadingScript(script).ObjetsTrouves(),
        "tri" => new HandsScript(script).Tri(run.Seed),
        ControleRules.SituationName => new HandsScript(script).Controle(run.Seed),
        "securite" => new HandsScript(script).Securite(),
        InventaireRules.TechnicalName => new HandsScript(script).Inventaire(),
        _ => throw new InvalidOperationException($"Nobody in the named world plays {run.Situation} yet."),
    };
}
