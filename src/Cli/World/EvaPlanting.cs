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
                db.Add(Evaluation(player, campaign, now.AddDays(-player.DaysAgo)));
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
            Parcours = Parcours.CompetencesDeBase,
            // Opened before the others came: a campaign keeps its own list.
            Situations = [ParcoursPlan.Livraison, ParcoursPlan.Maintenance],
            WithWriting = told.WithWriting,
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
        Play(player, evaluation, start.AddMinutes(3));
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

    static void Play(WorldPlayer player, Evaluation evaluation, DateTimeOffset start)
    {
        foreach (var situation in evaluation.Campaign!.Situations)
        {
            var run = new Run { Id = Guid.CreateVersion7(start), EvaluationId = evaluation.Id, Situation = situation, Seed = player.Seed, StartedAt = start };
            evaluation.Runs.Add(run);
            var script = new EventScript(run, player);
            run.Events.AddRange(situation switch
            {
                ParcoursPlan.Livraison => script.Questions(evaluation.Campaign.WithWriting),
                ParcoursPlan.Maintenance => script.Words(),
                _ => throw new InvalidOperationException($"Nobody in the named world plays {situation} yet."),
            });
            Finishing.Close(evaluation, run.Events, script.Now);
            evaluation.FinishWhenDone(script.Now);
            start = script.Now.AddSeconds(30);
        }
    }
}
