using System.CommandLine;
using System.CommandLine.Parsing;
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
        CustomParser = typed => Read(typed, name, low, high) ?? preset,
    };

    /// <summary>Without a default.</summary>
    public static Option<double?> MakeOptional(string name, string description, double low, double high) => new(name)
    {
        Description = description,
        HelpName = "NOMBRE",
        CustomParser = typed => Read(typed, name, low, high),
    };

    /// <summary>Several numbers; none by default.</summary>
    public static Option<double[]> MakeSeveral(string name, string description, double low, double high) => new(name)
    {
        Description = description,
        HelpName = "NOMBRE…",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = typed => [.. typed.Tokens.Select(token => Read(typed, token.Value, name, low, high) ?? 0)],
    };

    public static Option<int> MakeWhole(string name, string description, int preset, int low, int high) => new(name)
    {
        Description = description,
        HelpName = "NOMBRE",
        DefaultValueFactory = _ => preset,
        CustomParser = typed => ReadWhole(typed, name, low, high) ?? preset,
    };

    /// <summary>Without a default.</summary>
    public static Option<int?> MakeOptionalWhole(string name, string description, int low, int high) => new(name)
    {
        Description = description,
        HelpName = "NOMBRE",
        CustomParser = typed => ReadWhole(typed, name, low, high),
    };

    static double? Read(ArgumentResult typed, string name, double low, double high) => Read(typed, typed.Tokens[0].Value, name, low, high);

    static double? Read(ArgumentResult typed, string text, string name, double low, double high)
    {
        if (double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
        {
            return number;
        }

        typed.AddError(string.Create(Kit.French.Culture, $"{name} attend un nombre de {low} à {high}."));
        return null;
    }

    static int? ReadWhole(ArgumentResult typed, string name, int low, int high)
    {
        if (int.TryParse(typed.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
        {
            return number;
        }

        typed.AddError(string.Create(Kit.French.Culture, $"{name} attend un nombre entier de {low} à {high}."));
        return null;
    }
}
