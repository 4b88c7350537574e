using System.CommandLine;
using System.Globalization;

namespace Beffroi.Cli.Psychometrics;

/// <summary>Options that take a number within bounds; a decimal comma is as good as a point.</summary>
static class NumberOption
{
    public static Option<double> Make(string name, string description, double preset, double low, double high) => new(name)
    {
        Description = description,
        HelpName = "NOMBRE",
        DefaultValueFactory = _ => preset,
        CustomParser = typed =>
        {
            if (double.TryParse(typed.Tokens[0].Value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
            {
                return number;
            }

            typed.AddError(string.Create(Kit.French.Culture, $"{name} attend un nombre de {low} à {high}."));
            return preset;
        },
    };

    public static Option<int> MakeWhole(string name, string description, int preset, int low, int high) => new(name)
    {
        Description = description,
        HelpName = "NOMBRE",
        DefaultValueFactory = _ => preset,
        CustomParser = typed =>
        {
            if (int.TryParse(typed.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
            {
                return number;
            }

            typed.AddError(string.Create(Kit.French.Culture, $"{name} attend un nombre entier de {low} à {high}."));
            return preset;
        },
    };
}
