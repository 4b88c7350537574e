using System.Globalization;
using Beffroi.Crowdsourcing;

namespace Beffroi.Ads;

/// <summary>What one browser said on one question: the number of the answer among those of the question.</summary>
public readonly record struct Ballot(string Voter, int Label);

/// <summary>The answers of a group to one question, put together.</summary>
public sealed record Standing
{
    public required Question Question { get; init; }
    public required IReadOnlyList<int> Counts { get; init; }
    public required IReadOnlyList<double> Posterior { get; init; }

    /// <summary>Number of the leading answer; null when none leads.</summary>
    public int? Leading { get; init; }

    public double Certainty { get; init; }
    public bool Settled { get; init; }
    public int Answers => Counts.Sum();

    /// <param name="weigh">Probability of each answer, skills weighed; null when they cannot be. Called whatever the number of answers: those that were taken back have to leave the weighing.</param>
    public static Standing Of(Question question, IReadOnlyList<Ballot> ballots, Func<double[]?> weigh, StopRule rule)
    {
        var weighed = weigh();
        var counts = new int[question.Answers().Count];
        foreach (var ballot in ballots)
        {
            counts[ballot.Label]++;
        }

        // With one or two answers, skills say less than the majority.
        var posterior = ballots.Count >= rule.AtLeast && weighed is not null ? weighed : [.. counts.Select(c => ballots.Count == 0 ? 0.0 : (double)c / ballots.Count)];
        var most = posterior.Max();
        var leads = ballots.Count > 0 && posterior.Count(p => most - p < Aggregation.TieWidth) == 1;
        var leading = leads ? counts[Array.IndexOf(posterior, most)] : 0;
        return new()
        {
            Question = question, Counts = counts, Posterior = posterior, Leading = leads ? Array.IndexOf(posterior, most) : null, Certainty = leads ? most : 0,
            // People who are new teach the weighing little, and it is then too sure of itself: the plain count has to say the same, by more than two thirds and not by chance (A6).
            Settled = leads && rule.Decide(ballots.Count, posterior) == StopDecision.Settled && 3 * leading > 2 * ballots.Count && Wilson.Bounds(leading, ballots.Count).Low > 0.5,
        };
    }

    /// <summary>Writes what is to be shown; nothing when it says so already, for each night looks at all of them.</summary>
    public void Into(Verdict verdict, DateTimeOffset now)
    {
        var names = Question.Answers();
        var most = Counts.Max();
        var leaders = Counts.Count(c => c == most);
        var posterior = string.Join(';', names.Select((n, i) => $"{n}:{Posterior[i].ToString("0.0000", CultureInfo.InvariantCulture)}"));
        var counts = string.Join(';', names.Select((n, i) => $"{n}:{Counts[i].ToString(CultureInfo.InvariantCulture)}"));
        if (verdict.Settled == Settled && string.Equals(verdict.Posterior, posterior, StringComparison.Ordinal) && string.Equals(verdict.Counts, counts, StringComparison.Ordinal))
        {
            return;
        }

        (verdict.Leading, verdict.Certainty, verdict.Settled, verdict.Answers, verdict.At) = (Leading is { } l ? names[l] : null, Certainty, Settled, Answers, now);
        (verdict.Posterior, verdict.Counts) = (posterior, counts);
        (verdict.Majority, verdict.MajorityShare) = (Answers > 0 && leaders == 1 ? names[Counts.ToList().IndexOf(most)] : null, Answers == 0 ? 0 : (double)most / Answers);
    }
}

public static class QuestionAnswers
{
    static readonly IReadOnlyList<string> Political = Enum.GetNames<PoliticalAnswer>();
    static readonly IReadOnlyList<string> Purposes = Enum.GetNames<Purpose>();

    /// <summary>Names of the answers, in the order of their numbers.</summary>
    public static IReadOnlyList<string> Answers(this Question question) => question switch
    {
        Question.Political => Political,
        Question.Purpose => Purposes,
    };
}
