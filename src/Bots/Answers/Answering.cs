using Beffroi.Bots.Scoring;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Answers;

/// <summary>Answers about accounts, in the name of an organisation: what it watches is looked at, what others watch does not exist.</summary>
public sealed class Answering(BotsDb db, AccountScoring scoring)
{
    const int Reasons = 5;

    public async Task<AskedAnswer> Answer(AskedAccount asked, Guid organisation, Lang l, CancellationToken ct)
    {
        var known = await Find(asked, organisation, ct);
        var evidence = known is { } id ? await AccountEvidence.Of(db, id, ct) : null;
        if ((asked.Profile ?? evidence?.Account) is not { } profile)
        {
            return new()
            {
                Id = null, Handle = asked.Name, Network = asked.Network, Found = false, Caution = ScoreExplanation.Caution(l.Tongue()),
                Summary = l.Say("Aucun compte de ce nom parmi ceux que votre organisation observe. Cela ne dit rien de lui.", "No account of that name among those that your organisation watches. This says nothing of it."),
            };
        }

        var explained = scoring.Explain(profile, evidence?.Posts);
        var score = explained.Score;
        var isScored = score.Tiers is not ScoreTiers.None;
        return new()
        {
            Id = profile.Id, Handle = profile.Handle, Network = profile.Network, Found = true, Watched = evidence is not null, Class = score.Class, Doubt = score.Doubt is ScoreDoubt.None ? null : score.Doubt,
            Probability = isScored ? score.Probability : null, Low = isScored ? score.Low : null, High = isScored ? score.High : null, AssumedShare = score.Prior, Posts = evidence?.Posts.Count ?? 0, Model = scoring.ModelName,
            Summary = explained.Summary(l.Tongue()), Reasons = [.. explained.Contributions.Take(Reasons).Select(c => c.Sentence(l.Tongue()))], Caution = ScoreExplanation.Caution(l.Tongue()),
        };
    }

    /// <summary>The account of the organisation's watches that is asked about; null where there is none.</summary>
    public async Task<Guid?> Find(AskedAccount asked, Guid organisation, CancellationToken ct)
    {
        var (network, name, native) = (asked.Profile?.Network ?? asked.Network, asked.Name, asked.Profile?.Id);
        if (asked.Profile is not null && string.IsNullOrEmpty(native))
        {
            return null;
        }

        var lower = name?.ToLowerInvariant();
        var own = db.AccountsOf(organisation).AsNoTracking().Where(a => network == null || a.Network == network);
        own = native is not null ? own.Where(a => a.NativeId == native) : own.Where(a => a.Handle == name || a.Handle == lower || a.NativeId == name);
        return await own.OrderByDescending(a => a.LastSeenAt).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
    }
}
