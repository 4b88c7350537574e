using System.CommandLine;
using System.Globalization;

namespace Beffroi.Cli.Psychometrics;

/// <summary>Options that take two numbers between a comma, a semicolon or a colon.</summary>
static class PairOption
{
    public static Option<(double First, double Second)?> Make(string name, string description, string form, double lowest, double lowestSecond) => new(name)
    {
        Description = description,
        HelpName = form,
        CustomParser = typed =>
        {
            var parts = typed.Tokens[0].Value.Split([',', ';', ':'], StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && Number(parts[0]) is { } first && Number(parts[1]) is { } second && first >= lowest && second >= lowestSecond && Math.Max(Math.Abs(first), second) <= 1e6)
            {
                return (first, second);
            }

            typed.AddError($"{name} attend deux nombres, {form}.");
            return null;
        },
    };

    static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
