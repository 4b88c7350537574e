using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots.Figures;

/// <summary>A score as it is shown: never a figure without its interval, nor without the share of programs that it supposes.</summary>
/// <param name="Share">Of programs among the accounts looked at.</param>
/// <param name="IsDeclared">It declares itself to be a program, whatever its behaviour.</param>
public sealed record ScoreView(double Probability, double Low, double High, AutomationClass Class, ScoreDoubt Doubt, double Share, bool IsDeclared)
{
    public static ScoreView? Of(ScorePoint? point) =>
        point is null ? null : new(point.Probability, point.Low, point.High, point.Class, point.Doubt, Probably(Log(point.Probability) - point.LogOdds), point.IsDeclared);

    public string Interval(Lang l) => l.Say($"de {Chance(Low, l)} à {Chance(High, l)}", $"from {Chance(Low, l)} to {Chance(High, l)}");

    public string Told(Lang l) => Chance(Probability, l);

    /// <summary>Never 0 nor 100 %, which no measurement gives.</summary>
    public static string Chance(double probability, Lang l) => probability switch
    {
        > 0.99 => l.Say("plus de 99\u202F%", "more than 99%"),
        < 0.01 => l.Say("moins de 1\u202F%", "less than 1%"),
        _ => l.Percent(probability),
    };

    static double Log(double probability)
    {
        // A score kept as 0 or 1 by rounding still moves.
        var kept = Math.Clamp(probability, 1e-12, 1 - 1e-12);
        return Math.Log(kept / (1 - kept));
    }

    static double Probably(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
