using Beffroi.Chat.Answering;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Rules.Commands;
using Beffroi.Chat.Rules.Scale;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Answers what begins with a slash in a room. The answer is for who asked; what others must know is posted as well.</summary>
public sealed class Commands(Scopes scopes, CaseCommands cases, ScaleShelf scale, LateAnswers late, IBotAnswers? bots = null)
{
    /// <param name="thread">First message of the thread where it was typed.</param>
    /// <returns>Null for an ordinary message, and for a room that this seat may not enter.</returns>
    public async Task<CommandAnswer?> Answer(Seat seat, Guid room, Guid? thread, string text, Lang l, CancellationToken ct)
    {
        var reading = CommandReader.Read(text, thread is not null);
        if (reading is CommandReading.None || await scopes.RoomsOf(seat.Reader).AsNoTracking().SingleOrDefaultAsync(r => r.Id == room, ct) is not { } found)
        {
            return null;
        }

        return reading switch
        {
            CommandReading.Usage usage => new() { Markdown = $"{CaseMarkdown.Plain(usage.Why.In(l))}\n\n{Lines(usage.Usages, l)}", IsRefused = true },
            CommandReading.Read read => await Do(read.Command, seat, found, thread, l, ct),
            _ => throw new InvalidOperationException("A reading is one of three kinds."),
        };
    }

    async Task<CommandAnswer> Do(SlashCommand command, Seat seat, Room room, Guid? thread, Lang l, CancellationToken ct) => command switch
    {
        HelpCommand { About: { } about } => new() { Markdown = $"{Lines([about], l)}\n\n{l.Say("Exemple\u00A0:", "Example:")} `{about.Example}`" },
        HelpCommand => new() { Markdown = Lines(CommandUsage.All, l) },
        ScaleCommand asked => Scale(asked.Question, l),
        SourceCommand asked => new()
        {
            Markdown = l.Say("Recherches toutes prêtes\u00A0; l’adresse de l’image part vers le moteur que vous ouvrez, et vers lui seul\u00A0:", "Ready-made searches; the address of the picture goes to the engine that you open, and to no other:")
                + "\n\n" + string.Join('\n', ImageSearches.For(asked.Image).Select(s => $"- [{s.Engine}](<{s.Search.AbsoluteUri}>)")),
        },
        BotCommand asked => await Bot(asked, seat, room, thread, l, ct),
        CaseCommand asked => await cases.Open(asked, seat, room, thread, l, ct),
        ShowCriteriaCommand => await cases.Criteria(seat, room, l, ct),
        AnswerCriterionCommand asked => await cases.Assess(asked, seat, room, l, ct),
        _ => throw new InvalidOperationException($"{command.GetType().Name} has no answer."),
    };

    CommandAnswer Scale(ScaleQuestion question, Lang l) => scale.Around(question) switch
    {
        _ when scale.Broken is { } broken => new() { Markdown = l.Say("L’échelle de ce site est à corriger\u00A0: ", "The scale of this site is to be mended: ") + CaseMarkdown.Plain(broken.In(l)), IsRefused = true },
        ScaleNoRegion no => new() { Markdown = CaseMarkdown.Plain(no.Message.In(l)) + " " + l.Say("Pays connus\u00A0: ", "Known countries: ") + string.Join(", ", scale.Regions) + ".", IsRefused = true },
        ScaleFound { Articles.Count: 0 } => new() { Markdown = l.Say($"Aucun article de comparaison pour {l.Number((int)Math.Min(question.Shares, int.MaxValue))} partages.", $"No article to compare with for {l.Number((int)Math.Min(question.Shares, int.MaxValue))} shares.") + Example(l) },
        ScaleFound found => new()
        {
            Markdown = l.Say($"{l.Number((int)Math.Min(question.Shares, int.MaxValue))} partages, c’est à peu près\u00A0:", $"{l.Number((int)Math.Min(question.Shares, int.MaxValue))} shares is about:") + "\n\n"
                + string.Join('\n', found.Articles.Select(a => $"- {CaseMarkdown.Plain(a.Source)}{l.Say("\u00A0:", ":")} [{CaseMarkdown.Plain(a.Title)}](<{a.Url.AbsoluteUri}>), {l.Number((int)Math.Min(a.TotalEngagements, int.MaxValue))}, {l.Day(a.Date)}")) + Example(l),
        },
        ScaleBad bad => new() { Markdown = string.Join('\n', bad.Messages.Select(m => CaseMarkdown.Plain(m.In(l)))), IsRefused = true },
        _ => throw new InvalidOperationException("The scale answers in one of three ways."),
    };

    string Example(Lang l) => scale.Notice is { } notice ? "\n\n*" + CaseMarkdown.Plain(notice.In(l)) + "*" : "";

    async Task<CommandAnswer> Bot(BotCommand asked, Seat seat, Room room, Guid? thread, Lang l, CancellationToken ct)
    {
        if (bots is null)
        {
            return new() { Markdown = l.Say("L’estimation des comptes n’est pas disponible sur ce site.", "Accounts cannot be estimated on this site: not available."), IsRefused = true };
        }

        if (!late.MayAsk(seat.AccountId))
        {
            return new() { Markdown = l.Say("Trop de recherches attendent déjà leur réponse\u00A0: redemandez quand l’une sera venue.", "Too many searches wait for their answer already: ask again once one has come."), IsRefused = true };
        }

        var subject = asked.Subject switch
        {
            Rules.Commands.BotSubject.Account => Kit.BotSubject.Account,
            Rules.Commands.BotSubject.Address => Kit.BotSubject.Address,
            Rules.Commands.BotSubject.Words => Kit.BotSubject.Words,
        };
        var answer = await late.Ask(bots, new(subject, asked.Value, l), new(seat, room.Id, thread), ct);
        return answer is null
            ? new() { Markdown = l.Say("Recherche en cours\u00A0: le résultat viendra dans le salon.", "Searching: the result will come into the room.") }
            : new() { Markdown = answer.Markdown + (answer.Href is { } href ? $"\n\n[{l.Say("Voir le détail", "See it whole")}]({href})" : "") };
    }

    static string Lines(IReadOnlyList<CommandUsage> usages, Lang l) => string.Join('\n', usages.Select(u => $"- `{u.Line.In(l)}`{l.Say("\u00A0:", ":")} {CaseMarkdown.Plain(u.Does.In(l))}"));
}

/// <summary>What who typed a command reads. Nobody else does, unless <see cref="Posted"/>.</summary>
public sealed record CommandAnswer
{
    public required string Markdown { get; init; }

    /// <summary>Not understood, not there or not allowed: what was typed is worth giving back.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The message that everybody in the room reads; null where there is none.</summary>
    public Guid? Posted { get; init; }

    /// <summary>The page that shows it best.</summary>
    public string? Href { get; init; }
}
