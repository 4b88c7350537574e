using System.CommandLine;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Score;

static class ScoreCommand
{
    // Fast work: a line from time to time in a log, not one each second.
    const int PersonsByLine = 100_000;

    // People estimated together: their items' curves are computed once.
    const int Batch = 2000;

    public static Command Make(Terminal terminal)
    {
        var table = new TableOptions();
        var bankFile = new BankOption();
        var abilities = new AbilityOptions();
        var output = OutOption.Make("Fichier où écrire le résultat, plutôt que sur la sortie.");
        var json = JsonOption.Make();
        var command = new Command("score", "Situe chaque personne d’un fichier sur l’échelle d’une banque d’items : une ligne par personne.");
        table.AddTo(command);
        bankFile.AddTo(command);
        abilities.AddTo(command);
        command.Add(output);
        command.Add(json);
        command.SetAction(async (parsed, ct) =>
        {
            var bank = await bankFile.Read(parsed, terminal, ct);
            var answers = await table.Read(parsed, terminal, ct);
            var matched = BankedAnswers.Match(answers, bank, terminal);
            var scores = Scores(answers, matched, abilities.Read(parsed), terminal, ct);
            await (parsed.GetValue(output) is { } path ? OutputFile.Write(path, Write, ct) : Write(terminal.Output));

            async Task Write(TextWriter writer)
            {
                if (!parsed.GetValue(json))
                {
                    await writer.WriteLineAsync(PersonScore.CsvHeader);
                }

                // The output of a process is flushed at each write.
                foreach (var lines in scores.Chunk(Batch))
                {
                    await writer.WriteAsync(string.Concat(lines.Select(score => (parsed.GetValue(json) ? score.Json() : score.Csv()) + "\n")));
                }
            }
        });
        return command;
    }

    static PersonScore[] Scores(AnswerTable table, BankedAnswers answers, AbilityEstimator estimator, Terminal terminal, CancellationToken ct)
    {
        var progress = new Progress(terminal, table.Persons, "personnes", PersonsByLine);
        var scores = new PersonScore[table.Persons];
        Parallel.For(0, (table.Persons + Batch - 1) / Batch, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, batch =>
        {
            var from = batch * Batch;
            var matrix = answers.Matrix(from, Math.Min(Batch, table.Persons - from));
            foreach (var (row, estimate) in estimator.Estimate(answers.Models, matrix).Index())
            {
                scores[from + row] = Score(table.Id(from + row), matrix.Row(row), estimate);
            }

            lock (progress)
            {
                for (var person = 0; person < matrix.Persons; person++)
                {
                    progress.Step();
                }
            }
        });
        progress.End();
        return scores;
    }

    static PersonScore Score(string id, ReadOnlySpan<sbyte> row, AbilityEstimate? estimate)
    {
        var (sum, answered) = (0, 0);
        foreach (var score in row)
        {
            (sum, answered) = score == ResponseMatrix.Missing ? (sum, answered) : (sum + score, answered + 1);
        }

        return new(id, sum, answered, estimate?.Ability, estimate?.StandardError, estimate?.AtBound ?? false);
    }
}
