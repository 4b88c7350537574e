using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Results;

/// <summary>The kept results of one evaluation, read and nothing computed: each part is null where nothing is kept.</summary>
public sealed record KeptReading(Score? Diagnostic, PositioningScore? Ability, PositioningScore? Profiles, TransversalScore? Manners)
{
    public static KeptReading Of(IEnumerable<Result> results)
    {
        var newest = results.GroupBy(r => r.Engine, StringComparer.Ordinal).ToDictionary(e => e.Key, e => e.MaxBy(r => r.ComputedAt)!.Score, StringComparer.Ordinal);
        return new(
            Read(TechnicalName.Of(EngineName.Beffroi), Score.FromJson),
            Read(TechnicalName.Of(PositioningEngine.Beffroi), PositioningScore.FromJson),
            Read(TechnicalName.Of(PositioningEngine.Historique), PositioningScore.FromJson),
            Read(TechnicalName.Of(TransversalEngine.Beffroi), TransversalScore.FromJson));

        T? Read<T>(string engine, Func<string, T> read)
            where T : class => newest.TryGetValue(engine, out var json) ? read(json) : null;
    }

    /// <summary>As <see cref="OverallReading"/> reads it: a positioning stands in the place of the diagnostic.</summary>
    public PositionnementSynthesis? Synthesis => (Profiles ?? Ability) is { Synthesis: { } positioned } ? positioned : PositionnementReading.Overall(Diagnostic?.Synthesis, null, null);

    public Scale? Litteratie => Ability?.Litteratie ?? Diagnostic?.Litteratie;

    public Scale? Numeratie => Ability?.Numeratie ?? Diagnostic?.Numeratie;

    public IReadOnlyList<Flag> Flags => [.. (Diagnostic?.Flags ?? []).Concat(Ability?.Flags ?? []).Concat(Profiles?.Flags ?? []).Distinct()];

    /// <summary>Answers that are right, that are not, and « je ne sais pas », which is neither; null where nothing is kept.</summary>
    public (int Right, int Wrong, int DontKnow)? Answers
    {
        get
        {
            if (Diagnostic is null && (Ability ?? Profiles) is null)
            {
                return null;
            }

            var (subs, skills) = (Diagnostic?.SubResults ?? [], (Ability ?? Profiles)?.Skills ?? []);
            return (
                subs.Sum(s => s.Correct) + skills.Sum(s => s.Right),
                subs.Sum(s => s.Answered - s.Correct - s.DontKnow) + skills.Sum(s => s.Wrong),
                subs.Sum(s => s.DontKnow) + skills.Sum(s => s.DontKnow));
        }
    }
}
