using System.CommandLine;
using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Crowdsourcing;
using Beffroi.Kit;

namespace Beffroi.Cli.Crowd;

/// <summary>The files that the commands on answers share, and what is wrong in them.</summary>
sealed class AnswerFiles
{
    const int MostTold = 20;

    readonly Argument<string> _file = new("FICHIER")
    {
        Description = "Les réponses, en CSV (gzip admis) : objet, personne, réponse, avec ou sans ligne de noms (item, worker, label) ; « - » lit l’entrée standard.",
    };

    readonly Option<string?> _truth = new("--truth") { Description = "Ce qui est vrai de certains objets, en CSV : objet, vérité (item, truth).", HelpName = "FICHIER" };

    public void AddTo(Command command, bool truth)
    {
        command.Add(_file);
        if (truth)
        {
            command.Add(_truth);
        }
    }

    public async Task<VoteFile> Read(ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var path = parsed.GetValue(_file)!;
        var line = new ScreenLine(terminal);
        var votes = await Read(path, terminal, stream => VoteFile.Read(stream, new Told<long>(read => line.Show(() => $"{French.Number(read, 0)} lignes lues")), ct), ct);
        line.End();
        Tell(path, votes.Problems, votes.ProblemCount, terminal);
        if (votes.Repeats > 0)
        {
            Note.Write(terminal, $"{TextSource.Name(path)} : {French.Number(votes.Repeats, 0)} réponses répétées à l’identique, comptées une fois");
        }

        return votes.Votes.Count > 0 ? votes
            : throw new CommandFailedException($"{TextSource.Name(path)} : aucune réponse (il faut trois colonnes : objet, personne, réponse)", ExitCodes.BadUsage);
    }

    /// <summary>Null when none was named.</summary>
    public async Task<TruthFile?> ReadTruth(ParseResult parsed, VoteFile votes, Terminal terminal, CancellationToken ct)
    {
        if (parsed.GetValue(_truth) is not { } path)
        {
            return null;
        }

        if (path is "-" && parsed.GetValue(_file) is "-")
        {
            throw new CommandFailedException("l’entrée standard ne se lit qu’une fois : FICHIER ou --truth, pas les deux", ExitCodes.BadUsage);
        }

        var truths = await Read(path, terminal, stream => TruthFile.Read(stream, votes, ct), ct);
        Tell(path, truths.Problems, truths.ProblemCount, terminal);
        if (truths.Unanswered > 0)
        {
            Note.Write(terminal, $"{TextSource.Name(path)} : {French.Count(truths.Unanswered, "objet", "objets")} sans aucune réponse, hors du calcul");
        }

        if (truths.NeverAnswered > 0)
        {
            Note.Write(terminal, $"{TextSource.Name(path)} : {French.Count(truths.NeverAnswered, "objet", "objets")} dont la vérité n’a été répondue par personne, comptés faux");
        }

        if (truths.Known.Count == 0)
        {
            Note.Write(terminal, $"{TextSource.Name(path)} : aucun des objets du fichier de réponses ; pas d’exactitude");
        }

        return truths;
    }

    static async Task<T> Read<T>(string path, Terminal terminal, Func<Stream, T> read, CancellationToken ct)
    {
        await using var stream = await TextSource.Open(path, terminal, ct);
        try
        {
            return read(stream);
        }
        catch (VoteFileException wrong)
        {
            throw new CommandFailedException($"{TextSource.Name(path)} : {Sentence(wrong)}", ExitCodes.BadUsage, wrong);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw TextSource.Unreadable(path, wrong);
        }
    }

    static void Tell(string path, IReadOnlyList<LineProblem> first, long count, Terminal terminal)
    {
        foreach (var problem in first.Take(MostTold))
        {
            terminal.Error.WriteLine($"{TextSource.Name(path)}, ligne {problem.Line} : {Word(problem.Kind)}");
        }

        if (count > 0)
        {
            Note.Write(terminal, $"{TextSource.Name(path)} : {(count == 1 ? "une ligne écartée" : $"{French.Number(count, 0)} lignes écartées")}");
        }
    }

    static string Sentence(VoteFileException wrong) => wrong.Fault switch
    {
        VoteFileFault.MissingColumn => "la ligne de noms n’a pas toutes les colonnes (item, worker, label ; ou item, truth)",
        VoteFileFault.TooManyLabels => $"plus de {VoteTable.MaxClasses} réponses différentes : est-ce bien la colonne des réponses ?",
        VoteFileFault.TooLarge => "trop d’objets, de personnes et de réponses différentes pour la mémoire",
    };

    static string Word(LineProblemKind kind) => kind switch
    {
        LineProblemKind.FieldCount => "pas le bon nombre de champs",
        LineProblemKind.EmptyField => "un champ est vide",
        LineProblemKind.Quotation => "guillemet mal placé ou jamais fermé",
        LineProblemKind.Encoding => "pas du texte en UTF-8",
        LineProblemKind.TooLong => "ligne trop longue",
        LineProblemKind.Contradiction => "une autre vérité est donnée plus haut pour cet objet",
    };
}
