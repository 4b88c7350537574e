using System.CommandLine;
using Beffroi.Ads.Files;
using Beffroi.Ads.Intake;

namespace Beffroi.Cli.Ads;

/// <summary>What a file of ads is, and the country where the ads were shown.</summary>
sealed class AdFileOptions
{
    static readonly Dictionary<string, FileFormat> Formats = new(StringComparer.Ordinal) { ["meta"] = FileFormat.Meta, ["dsa"] = FileFormat.Dsa, ["eu"] = FileFormat.Eu, ["own"] = FileFormat.Own };

    readonly Option<string> _source = new("--source")
    {
        Description = "D’où vient le fichier : meta (bibliothèque publicitaire de Meta), dsa (registre d’une très grande plateforme), eu (répertoire européen), own (format de Beffroi, docs/ads-import.md).",
        HelpName = "SOURCE",
        DefaultValueFactory = _ => "meta",
    };

    readonly Option<string> _country = new("--country")
    {
        Description = "Le pays où les annonces ont été montrées, quand le fichier ne le dit pas : deux lettres (ISO 3166-1).",
        HelpName = "PAYS",
        DefaultValueFactory = _ => "FR",
    };

    public AdFileOptions()
    {
        _source.AcceptOnlyFromAmong([.. Formats.Keys]);
        _country.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is not { Length: 2 } code || !code.All(char.IsAsciiLetter))
            {
                given.AddError("--country attend deux lettres, par exemple FR.");
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Add(_source);
        command.Add(_country);
    }

    public FileFormat Format(ParseResult parsed) => Formats[parsed.GetValue(_source)!];

    public string Country(ParseResult parsed) => parsed.GetValue(_country)!.ToUpperInvariant();

    public static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailedException(File.Exists(path) || Directory.Exists(path) ? $"impossible de lire {path}" : $"fichier introuvable : {path}", ExitCodes.BadUsage, wrong);
        }
    }

    /// <summary>The ads of a file; lines that are refused are told on the error stream.</summary>
    public async IAsyncEnumerable<AdRecord> Records(ParseResult parsed, string path, Terminal terminal, List<AdLine> refused, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var file = Open(path);
        await foreach (var line in AdReader.Read(file, Format(parsed), Country(parsed), FileLimits.InATerminal, ct))
        {
            if (line.Record is { } record)
            {
                yield return record;
                continue;
            }

            refused.Add(line);
            if (refused.Count <= Refusals.MostTold)
            {
                await terminal.Error.WriteLineAsync($"{path}, {line.Number} : {line.Fault!.In("fr")}");
            }
        }
    }
}

static class Refusals
{
    public const int MostTold = 50;
}
