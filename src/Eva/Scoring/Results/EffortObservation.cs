namespace Beffroi.Eva.Scoring;

/// <summary>Effort and efficiency of one kind of task, as figures to talk about: neither is a part of any level.</summary>
/// <param name="About"><c>questions</c> or <c>lexique</c>.</param>
/// <param name="Timed">Answers whose time is known.</param>
/// <param name="Rapid">Of them, those that came faster than the time to read.</param>
/// <param name="RightPerMinute">Right answers among them for each minute before them; null when they took no time.</param>
public sealed record EffortObservation(string About, int Timed, int Rapid, double? RightPerMinute)
{
    /// <summary>Questions, then words; what has no known time is left out.</summary>
    public static IReadOnlyList<EffortObservation> Of(PlayedEvaluation evaluation, IReadOnlyList<RoutePlay> positionings, ValidityNorms norms)
    {
        var asked = evaluation.Answers.Select(a => (a.IsLexical, a.Seconds, a.Correct, Rapid: norms.IsRapidGuess(a)))
            .Concat(from play in positionings
                    from step in play.Steps
                    select (IsLexical: false, step.Seconds, Correct: step.Marked.Right, Rapid: PositioningValidity.IsRapidGuess(step, play.IsLiteracy, norms)))
            .Where(a => a.Seconds is not null)
            .ToLookup(a => a.IsLexical, a => (Seconds: a.Seconds!.Value, a.Correct, a.Rapid));
        return [.. new[] { (Lexical: false, About: Flag.Questions), (Lexical: true, About: Flag.Lexique) }.Where(kind => asked[kind.Lexical].Any()).Select(kind => Of(kind.About, [.. asked[kind.Lexical]]))];
    }

    static EffortObservation Of(string about, IReadOnlyList<(double Seconds, bool Correct, bool Rapid)> answers) =>
        new(about, answers.Count, answers.Count(a => a.Rapid), answers.Sum(a => a.Seconds) is > 0 and var seconds ? answers.Count(a => a.Correct) * 60 / seconds : null);
}
