using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection.Accounts;

/// <summary>An open file of accounts: read as it is asked for, its problems said at the end, on the error stream.</summary>
sealed class AccountFile(string path, Stream stream, ReadingOptions options, ReadingTally tally, CancellationToken ct) : IDisposable
{
    const int Said = 20;
    const int JudgedFrom = 1000;

    public required Tongue Tongue { get; init; }

    public required Terminal Terminal { get; init; }

    public required double? MaxErrors { get; init; }

    public ReadingOptions Options => options;

    /// <summary>Whether so much was read that a file mostly wrong would have been refused.</summary>
    public bool IsJudged => tally.Values + tally.Lost >= JudgedFrom;

    /// <summary>Whether it is refused at its end.</summary>
    public bool IsRefused => tally.IsTooMany;

    public IEnumerable<Reading<AccountRecord>> Records()
    {
        var progress = new FileProgress(Terminal, stream, "comptes");
        foreach (var step in tally.Through(AccountReader.Read(stream, options)))
        {
            ct.ThrowIfCancellationRequested();
            if (step.Value is not null)
            {
                progress.Step();
                yield return step;
            }
        }

        progress.End();
    }

    /// <summary>Says what was wrong; fails when it is too much, or when nothing was read.</summary>
    /// <param name="given">Results that are out already.</param>
    public void Close(long given = 0)
    {
        Say(path, tally, Tongue, Terminal, given);
        if (tally.Values == 0 && !tally.IsTooMany)
        {
            throw new CommandFailedException($"{Quoted.Path(path)} : aucun compte lu.", ExitCodes.BadUsage);
        }
    }

    public void Dispose() => stream.Dispose();

    public static void Say(string path, ReadingTally tally, Tongue tongue, Terminal terminal, long given = 0)
    {
        if (tally is { Values: 0, Fatal: { } first })
        {
            throw new CommandFailedException($"{Quoted.Path(path)}, {first.Sentence(Tongue.French)}", ExitCodes.BadUsage);
        }

        foreach (var problem in tally.Problems.Take(Said))
        {
            terminal.Error.WriteLine(problem.Sentence(tongue));
        }

        if (tally.Counts.Count > 0)
        {
            var counts = string.Join(", ", tally.Counts.Select(c => $"{c.Key} {c.Value}"));
            Note.Write(terminal, $"{Quoted.Path(path)} : {French.Number(tally.Values, 0)} {(tally.Values < 2 ? "enregistrement lu" : "enregistrements lus")}, {French.Number(tally.Errors, 0)} {(tally.Errors < 2 ? "ligne" : "lignes")} en erreur ; en tout : {counts}");
        }

        var but = given == 0 ? "" : $" Ce qui est écrit ({French.Number(given, 0)} {(given < 2 ? "compte" : "comptes")}) n’est que le début du fichier.";
        if (tally.Fatal is { } fatal)
        {
            throw new CommandFailedException($"{Quoted.Path(path)}, {fatal.Sentence(Tongue.French)}{but}", ExitCodes.BadUsage);
        }

        if (tally.IsTooMany)
        {
            throw new CommandFailedException($"{Quoted.Path(path)} : {French.Percent(tally.Share)} des lignes sont en erreur, plus que la part permise (--max-errors).{but}", ExitCodes.BadUsage);
        }
    }
}
