using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>Authors whose scores are alike, together: what is computed of them is the same.</summary>
/// <param name="Count">Authors.</param>
/// <param name="Posts">Sum of their posts.</param>
/// <param name="Squares">Sum of the squares of their posts.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct ScoreCell(double LogOdds, double Spread, double Count, double Posts, double Squares);

/// <summary>Authors of whom something is known.</summary>
/// <param name="Scored">By score.</param>
/// <param name="Declared">Those who say that they are automated.</param>
/// <param name="DeclaredPosts">Their posts.</param>
sealed record ScoreCells(IReadOnlyList<ScoreCell> Scored, double Declared, double DeclaredPosts)
{
    // Far finer than what any score tells.
    const double Step = 0.02;

    /// <summary>Beyond, a likelihood ratio is as good as certain; a model that says more says too much.</summary>
    const double Most = 15;

    public static ScoreCells Of(IReadOnlyCollection<AuthorScore> authors) => new(
        [
            .. authors.Where(a => a is { LogOdds: not null, IsDeclared: false })
                .GroupBy(a => (Math.Round(Math.Clamp(a.LogOdds!.Value, -Most, Most) / Step), Math.Round(Math.Min(a.Spread, Most) / Step)))
                .OrderBy(g => g.Key)
                .Select(g => new ScoreCell(g.Key.Item1 * Step, g.Key.Item2 * Step, g.Count(), g.Sum(a => (double)a.Posts), g.Sum(a => (double)a.Posts * a.Posts))),
        ],
        authors.Count(a => a.IsDeclared),
        authors.Where(a => a.IsDeclared).Sum(a => (double)a.Posts));
}
