using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Beffroi.Cli.Coordination;

/// <summary>Options that take a number with its unit: a time (60s, 5m, 2h, 1d) or a size (250MB, 2GB).</summary>
static class Quantity
{
    static readonly (string Unit, long Worth)[] Times = [("s", 1), ("m", 60), ("min", 60), ("h", 3600), ("d", 86_400), ("j", 86_400)];
    static readonly (string Unit, long Worth)[] Sizes = [("kb", 1L << 10), ("mb", 1L << 20), ("mo", 1L << 20), ("gb", 1L << 30), ("go", 1L << 30), ("m", 1L << 20), ("g", 1L << 30)];

    /// <summary>The window, in seconds; 60 unless said.</summary>
    public static Option<long> Window() => new("--window")
    {
        Description = "Temps le plus long entre deux partages d’une paire : 60s, 5m, 2h, 1d, ou un nombre de secondes. Par défaut : 60s.",
        HelpName = "DURÉE",
        CustomParser = typed => Read(typed, "--window", Times, 1, 0, 366L * 86_400) ?? 60,
    };

    /// <summary>The memory to keep within, in bytes.</summary>
    public static Option<long?> Memory() => new("--memory")
    {
        Description = "Mémoire à ne pas dépasser (250MB, 2GB) : au-delà, le travail passe par des fichiers.",
        HelpName = "TAILLE",
        CustomParser = typed => Read(typed, "--memory", Sizes, 1, 64L << 20, 1L << 50),
    };

    static long? Read(ArgumentResult typed, string name, (string Unit, long Worth)[] units, long bare, long low, long high)
    {
        var text = typed.Tokens[0].Value.Trim();
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var at ? at : text.Length;
        var unit = text[digits..].Trim();
        var worth = unit.Length == 0 ? bare : units.FirstOrDefault(u => u.Unit.Equals(unit, StringComparison.OrdinalIgnoreCase)).Worth;
        if (worth > 0 && long.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= high / worth && number * worth >= low)
        {
            return number * worth;
        }

        typed.AddError($"{name} attend un nombre suivi d’une unité ({string.Join(", ", units.Select(u => u.Unit))}).");
        return null;
    }
}
