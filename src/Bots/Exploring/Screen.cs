using Beffroi.Detection;

namespace Beffroi.Bots.Exploring;

/// <summary>Gives the probability of automation of an account from its profile alone; null where it is not known.</summary>
public delegate double? ProfileScore(Account profile);

/// <summary>Judges accounts by the rules of an exploration: the same rules give the same answers, with the network or without.</summary>
sealed class Screen(ExplorationRules rules, ProfileScore score)
{
    /// <summary>Why an account matches; null: it does not.</summary>
    public Why? Judge(Account account, int shared)
    {
        if (rules.Way == ExplorationWay.CoSharers && shared < rules.LeastShared)
        {
            return null;
        }

        var isDormant = rules.Dormant?.Judge(account) is DormantVerdict.Dormant;
        var probability = rules.LeastScore is { } least && score(account) is { } found && found >= least ? found : (double?)null;
        var hasRule = rules.Dormant is not null || rules.LeastScore is not null;

        // Without a rule on profiles, to have shared enough is the rule; a follower alone is no reason.
        if (!isDormant && probability is null && (hasRule || rules.Way == ExplorationWay.Followers))
        {
            return null;
        }

        return new()
        {
            Handle = account.Handle, Dormant = isDormant, Score = probability, Shared = shared,
            Posts = isDormant ? account.Posts : null, Followers = isDormant ? account.Followers : null, Following = isDormant ? account.Following : null, CreatedAt = isDormant ? account.CreatedAt : null,
        };
    }
}
