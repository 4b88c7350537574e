using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection.Accounts;

/// <summary>An open file of accounts: read as it is asked for, its problems said at the end, on the error stream.</summary>
sealed class AccountFile(string path, Stream stream, ReadingOptions options, ReadingTally tally, CancellationToken ct) : IDisposable
{
    const int Said = 20;

    public required Tongue Tongue { get; init; }

    public required Terminal Terminal { get; init; }

    public ReadingOptions Options => options;

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
    public void Close()
    {
        Say(path, tally, Tongue, Terminal);
        if (tally.Values == 0 && !tally.IsTooMany)
        {
            throw new CommandFailedException($"{Quoted.Path(path)} : aucun compte lu.", ExitCodes.BadUsage);
        }
    }

    public void Dispose() => stream.Dispose();

    public static void Say(string path, ReadingTally tally, Tongue tongue, Terminal terminal)
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

        if (tally.Fatal is { } fatal)
        {
            throw new CommandFailedException($"{Quoted.Path(path)}, {fatal.Sentence(Tongue.French)}", ExitCodes.BadUsage);
        }

        if (tally.IsTooMany)
        {
            throw new CommandFailedException($"{Quoted.Path(path)} : {French.Percent(tally.Share)} des lignes sont en erreur, plus que la part permise (--max-errors).", ExitCodes.BadUsage);
        }
    }
}
