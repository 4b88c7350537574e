using Beffroi.Psychometrics;

namespace Beffroi.Cli.Eva.Simulate;

/// <summary>A limit that the adaptive test should keep before its results are given as more than exploratory (proposal of the design, docs/measurement-study.md).</summary>
/// <param name="Measured">Null when it cannot be measured here.</param>
sealed record EvaGate(string Name, string Label, string Limit, Measure? Measured, bool Kept)
{
    /// <summary>Within two Monte-Carlo errors of the limit: kept or missed by chance.</summary>
    public required bool IsClose { get; init; }

    public static IReadOnlyList<EvaGate> Of(EvaFigures adaptive) =>
    [
        AtLeast("justesse_hors_zone", "justesse à plus de 0,4 logit du seuil", 0.97, adaptive.Sides.AccuracyOutsideZone),
        AtLeast("sensibilite", "sensibilité du repérage (un oubli coûte 3)", 0.90, adaptive.Screening.Sensitivity),
        AtLeast("specificite", "spécificité au même seuil", 0.92, adaptive.Screening.Specificity),
        AtMost("indecis", "part d’indécis", 0.20, adaptive.Sides.Undecided),
        AtMost("longueur", "nombre moyen de questions", 16, adaptive.Sides.MeanLength),
        AtLeast("fidelite", "fidélité marginale", 0.85, adaptive.Sides.EmpiricalReliability),
        Within("couverture", "couverture des intervalles à 95 %", 0.94, 0.96, adaptive.Sides.Coverage),
        Within("biais", "biais (logit)", -0.03, 0.03, adaptive.Sides.Bias),
        AtMost("exposition", "question la plus posée", 0.80, adaptive.Sides.LargestExposure),
        AtLeast("kappa", "κ de deux passations", 0.75, adaptive.Sides.RetestKappa),
    ];

    static EvaGate AtLeast(string name, string label, double limit, Measure? m) => Make(name, label, $"≥ {Number(limit)}", m, limit, v => v >= limit);

    static EvaGate AtMost(string name, string label, double limit, Measure? m) => Make(name, label, $"≤ {Number(limit)}", m, limit, v => v <= limit);

    static EvaGate Within(string name, string label, double low, double high, Measure? m) =>
        Make(name, label, $"{Number(low)} à {Number(high)}", m, m is { } x && Math.Abs(x.Value - low) < Math.Abs(x.Value - high) ? low : high, v => v >= low && v <= high);

    static EvaGate Make(string name, string label, string limit, Measure? measured, double near, Func<double, bool> kept) =>
        new(name, label, limit, measured, measured is { } m && kept(m.Value)) { IsClose = measured is { MonteCarloError: { } error } close && Math.Abs(close.Value - near) < 2 * error };

    static string Number(double value) => Kit.French.Number(value, value == Math.Truncate(value) ? 0 : 2);
}
