using System.CommandLine;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Kit;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics;

static class ScoreCommand
{
    // Fast work: a line from time to time in a log, not one each second.
    const int PersonsByLine = 100_000;

    public static Command Make(Terminal terminal)
    {
        var table = new TableOptions();
        var bankFile = new BankOption();
        var method = new Option<string>("--method") { Description = "L’estimateur : « eap », moyenne de ce que les réponses laissent possible.", HelpName = "MÉTHODE", DefaultValueFactory = _ => "eap" };
        method.AcceptOnlyFromAmong("eap");
        var priorMean = NumberOption.Make("--prior-mean", "Moyenne des personnes avant toute réponse, en logits.", 0, -20, 20);
        var priorSd = NumberOption.Make("--prior-sd", "Écart type des personnes avant toute réponse, en logits.", 1, 0.01, 20);
        var output = new Option<string?>("--output") { Description = "Fichier où écrire le résultat, plutôt que sur la sortie.", HelpName = "FICHIER" };
        var json = JsonOption.Make();
        var command = new Command("score", "Situe chaque personne d’un fichier sur l’échelle d’une banque d’items : une ligne par personne.") { method, priorMean, priorSd, output, json };
        table.AddTo(command);
        bankFile.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var bank = await bankFile.Read(parsed, terminal, ct);
            var answers = await table.Read(parsed, terminal, ct);
            var matched = BankedAnswers.Match(answers, bank);
            WriteNotes(bank, matched, terminal);
            var scores = Scores(answers, matched, Quadrature.Normal(parsed.GetValue(priorMean), parsed.GetValue(priorSd)), terminal, ct);
            await (parsed.GetValue(output) is { } path ? OutputFile.Write(path, Write, ct) : Write(terminal.Output));

            async Task Write(TextWriter writer)
            {
                if (!parsed.GetValue(json))
                {
                    await writer.WriteLineAsync(PersonScore.CsvHeader);
                }

                foreach (var score in scores)
                {
                    await writer.WriteLineAsync(parsed.GetValue(json) ? score.Json() : score.Csv());
                }
            }
        });
        return command;
    }

    static void WriteNotes(Bank bank, BankedAnswers answers, Terminal terminal)
    {
        if (bank.UnusedColumns.Count > 0)
        {
            Note.Write(terminal, $"colonnes de la banque sans effet : {Note.List(bank.UnusedColumns)}");
        }

        if (answers.AbsentItems.Count > 0)
        {
            Note.Write(terminal, $"{French.Count(answers.AbsentItems.Count, "item de la banque n’est pas dans le fichier", "items de la banque ne sont pas dans le fichier")} : {Note.List(answers.AbsentItems)}");
        }

        if (answers.CountsFromOne)
        {
            Note.Write(terminal, "les scores du fichier partent de 1, ceux de la banque de 0 : 1 est lu comme 0, et ainsi de suite");
        }
    }

    static List<PersonScore> Scores(AnswerTable table, BankedAnswers answers, Quadrature prior, Terminal terminal, CancellationToken ct)
    {
        var progress = new Progress(terminal, table.Persons, "personnes", PersonsByLine);
        var scores = new List<PersonScore>(table.Persons);
        for (var person = 0; person < table.Persons; person++)
        {
            ct.ThrowIfCancellationRequested();
            var given = answers.Of(person);
            var posterior = Posterior.Given(prior, given);
            scores.Add(new(table.Id(person), given.Sum(r => r.Score), given.Count, posterior.Mean, posterior.StandardDeviation));
            progress.Step();
        }

        progress.End();
        return scores;
    }
}
