using System.Globalization;
using Beffroi.Ads;
using Beffroi.Kit;

namespace Beffroi.Cli.World;

/// <summary>One person's answer about an ad.</summary>
public sealed record WorldVote(PoliticalAnswer Political, Purpose? Purpose = null);

/// <summary>What invented people answered about the ads of the world.</summary>
static class WorldAnswers
{
    /// <summary>Of the one answer over all that may still be said: a small share, as in the library's prior.</summary>
    const double Doubt = 0.004;

    static readonly WorldVote Party = new(PoliticalAnswer.Yes, Purpose.PartyOrCandidate);
    static readonly WorldVote Reveals = new(PoliticalAnswer.Yes, Purpose.Revelation);
    static readonly WorldVote Poll = new(PoliticalAnswer.Yes, Purpose.Poll);
    static readonly WorldVote Invites = new(PoliticalAnswer.Yes, Purpose.Engagement);
    static readonly WorldVote Sells = new(PoliticalAnswer.No, Purpose.Commercial);
    static readonly WorldVote Hard = new(PoliticalAnswer.CannotSay, Purpose.HardToSay);

    public static readonly IReadOnlyList<(string Ad, IReadOnlyList<WorldVote> Votes)> All =
    [
        (WorldAdTexts.Reviewed.Key, [Party, Party, Party, Party, Party, Party]),
        (WorldAdTexts.Disputed.Key, [new(PoliticalAnswer.Yes, Purpose.HardToSay), Sells, new(PoliticalAnswer.Yes, Purpose.Engagement), Sells, Hard, Sells, new(PoliticalAnswer.Yes, Purpose.HardToSay)]),
        ("marees-frein", [Party, Party, Party, Party, Party]),
        ("hulotte-soutien", [Party, Party, Party, Party]),
        ("revers-diplome", [Reveals, Reveals, Reveals, Reveals, Reveals]),
        ("lune-barometre", [Poll, Poll, Poll, Poll]),
        ("urnes-procuration", [Invites, Invites, Invites, Invites, Invites]),
        ("velos-revision", [Sells, Sells, Sells, Sells]),
        ("quay-coffee", [Sells, Sells, Sells, Sells, Sells]),
        ("northwind-delorme", [Party, Party]),
        ("cordees-liste", [Party]),
        ("sentier-nuit", [Hard]),
    ];

    /// <summary>Adds the answers and what they come to; not saved yet.</summary>
    public static void Add(AdsDb db, AdGroup group, Guid ad, IReadOnlyList<WorldVote> votes, DateTimeOffset now)
    {
        foreach (var (i, vote) in votes.Index())
        {
            var at = now.AddHours(-30 * (i + 1));
            db.Add(new Answer
            {
                Id = Guid.CreateVersion7(at), GroupId = group.Id, AdId = ad, Voter = string.Create(CultureInfo.InvariantCulture, $"demonstration-{i:d2}"), Political = vote.Political, Purpose = vote.Purpose,
                NamesSomebody = vote.Purpose is Purpose.PartyOrCandidate or Purpose.Revelation ? YesNo.Yes : null, Election = vote.Purpose is Purpose.PartyOrCandidate ? "fr-presidential-2027" : null,
                Language = group.Language is "en" ? Lang.English : Lang.French, At = at,
            });
        }

        var political = Verdict(group.Id, Question.Political, [.. votes.Select(v => v.Political.ToString())], Enum.GetNames<PoliticalAnswer>(), now);
        db.AddRange(political, Verdict(group.Id, Question.Purpose, [.. votes.Select(v => v.Purpose).OfType<Purpose>().Select(p => p.ToString())], Enum.GetNames<Purpose>(), now));
        (group.Answers, group.Wanted) = (votes.Count, Math.Max(group.Wanted, votes.Count));
        group.State = political.Settled ? GroupState.Settled : votes.Count > 5 ? GroupState.Disputed : GroupState.Open;
    }

    // As everybody said, or shared as they were: no invented person is more skilled than another.
    static Verdict Verdict(Guid group, Question question, List<string> said, string[] names, DateTimeOffset now)
    {
        var counts = names.Select(n => said.Count(s => string.Equals(s, n, StringComparison.Ordinal))).ToList();
        var most = counts.Max();
        var leads = counts.Count(c => c == most) == 1;
        var agreed = most == said.Count && said.Count >= 3;
        var posterior = counts.Select(c => agreed ? c == most ? 1 - (Doubt * (names.Length - 1)) : Doubt : (c + 1.0) / (said.Count + names.Length)).ToList();
        return new()
        {
            GroupId = group, Question = question, Leading = leads ? names[counts.IndexOf(most)] : null, Certainty = leads ? posterior[counts.IndexOf(most)] : 0,
            Posterior = string.Join(';', names.Select((n, i) => $"{n}:{posterior[i].ToString("0.0000", CultureInfo.InvariantCulture)}")),
            Counts = string.Join(';', names.Select((n, i) => $"{n}:{counts[i].ToString(CultureInfo.InvariantCulture)}")),
            Answers = said.Count, Majority = leads ? names[counts.IndexOf(most)] : null, MajorityShare = (double)most / said.Count, Settled = agreed && said.Count >= 4, At = now,
        };
    }
}
