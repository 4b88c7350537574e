using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Accounts;

/// <summary>The file of accounts, and how much of it may be wrong.</summary>
sealed class AccountFileOptions
{
    readonly Argument<string> _file = new("FICHIER")
    {
        Description = "Les comptes : JSON ou JSONL de Twitter v1.1, de l’API X v2, de Bluesky ou de Mastodon, ou CSV ; gzip admis ; « - » lit l’entrée standard.",
    };

    readonly Option<double?> _maxErrors = MaxErrors();

    readonly Option<DateTimeOffset?> _observed = new("--observed")
    {
        Description = "Jour où les comptes ont été regardés (AAAA-MM-JJ), quand le fichier ne le dit pas : l’ancienneté et les rythmes en dépendent.",
        HelpName = "JOUR",
        CustomParser = typed => ReadDay(typed, "--observed"),
    };

    readonly Option<string> _lang = new("--lang") { Description = "Langue des phrases : fr ou en.", HelpName = "LANGUE", DefaultValueFactory = _ => "fr" };

    public AccountFileOptions() => _lang.AcceptOnlyFromAmong("fr", "en");

    public static Option<double?> MaxErrors() => new("--max-errors")
    {
        Description = "Part des lignes en erreur au-delà de laquelle on s’arrête, de 0 à 1 ou en pour cent (5%) ; par défaut 1 %, et jamais pour moins de 21 lignes.",
        HelpName = "PART",
        CustomParser = ReadShare,
    };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_maxErrors);
        command.Add(_observed);
        command.Add(_lang);
    }

    public Tongue Tongue(ParseResult parsed) => parsed.GetValue(_lang) is "en" ? Beffroi.Detection.Tongue.English : Beffroi.Detection.Tongue.French;

    public AccountFile Open(ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var path = parsed.GetValue(_file)!;
        var options = new ReadingOptions { Now = terminal.Clock.GetUtcNow(), ObservedAt = parsed.GetValue(_observed) };
        return new(path, OpenFile(path, terminal), options, new ReadingTally(parsed.GetValue(_maxErrors)), ct) { MaxErrors = parsed.GetValue(_maxErrors), Tongue = Tongue(parsed), Terminal = terminal };
    }

    public static Stream OpenFile(string path, Terminal terminal)
    {
        if (path is "-")
        {
            return terminal.Input;
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailedException($"impossible de lire {Quoted.Path(path)}", ExitCodes.BadUsage, wrong);
        }
    }

    public static DateTimeOffset? ReadDay(ArgumentResult typed, string name)
    {
        if (DateTimeOffset.TryParseExact(typed.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day))
        {
            return day;
        }

        typed.AddError($"{name} attend un jour : AAAA-MM-JJ.");
        return null;
    }

    static double? ReadShare(ArgumentResult typed)
    {
        var text = typed.Tokens[0].Value.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal);
        var isPercent = text.EndsWith('%');
        if (double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && (isPercent ? share / 100 : share) is >= 0 and <= 1 and var found)
        {
            return found;
        }

        typed.AddError("--max-errors attend une part, de 0 à 1 ou de 0% à 100%.");
        return null;
    }
}
