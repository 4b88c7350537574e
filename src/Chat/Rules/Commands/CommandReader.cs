using System.Buffers;
using Beffroi.Chat.Rules.Scale;

namespace Beffroi.Chat.Rules.Commands;

/// <summary>Reads the commands typed in a room. Two slashes, or a slash and a space, begin an ordinary message.</summary>
public static class CommandReader
{
    public const int MaximumTitle = 200;
    public const int MaximumReason = 4000;

    static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\r\n\u00A0\u202F");

    /// <param name="inThread">Under a message, which then gives its words to what is opened.</param>
    public static CommandReading Read(string message, bool inThread = false)
    {
        var text = message.Trim();
        if (text.Length < 2 || text[0] != '/' || text[1] == '/' || char.IsWhiteSpace(text[1]))
        {
            return new CommandReading.None();
        }

        var end = text.AsSpan().IndexOfAny(Spaces);
        var (name, rest) = end < 0 ? (text[1..], "") : (text[1..end], text[end..].Trim());
        // A path or an address is no command.
        if (name.AsSpan().ContainsAny("/."))
        {
            return new CommandReading.None();
        }

        return CommandUsage.Find(name) is { } usage ? Read(usage, rest, inThread) : Unknown(name);
    }

    static CommandReading Read(CommandUsage usage, string rest, bool inThread) => usage.Name switch
    {
        "case" => Case(usage, rest, inThread),
        "criteria" => Criteria(usage, rest),
        "scale" => Scale(usage, rest),
        "bot" => Bot(usage, rest),
        "source" => Source(usage, rest),
        "help" => Help(rest),
        _ => throw new InvalidOperationException($"The command {usage.Name} has a usage and no reading."),
    };

    static CommandReading Case(CommandUsage usage, string rest, bool inThread)
    {
        var words = Split(rest).ToList();
        var markings = words.Where(w => w.StartsWith("tlp:", StringComparison.OrdinalIgnoreCase)).ToList();
        Tlp? marking = null;
        if (markings.Count > 0)
        {
            marking = markings.Count == 1 ? Marking(markings[0][4..]) : null;
            if (marking is null)
            {
                return Wrong(usage, new("Le marquage est l’un de : tlp:clear, tlp:green, tlp:amber, tlp:amber+strict, tlp:red.", "The marking is one of: tlp:clear, tlp:green, tlp:amber, tlp:amber+strict, tlp:red."));
            }
        }

        var title = string.Join(' ', words.Where(w => !markings.Contains(w, StringComparer.Ordinal)));
        return title.Length switch
        {
            0 when !inThread => Wrong(usage, new("Il manque le titre du dossier.", "The title of the case is missing.")),
            > MaximumTitle => Wrong(usage, new($"Le titre dépasse {MaximumTitle} signes.", $"The title is longer than {MaximumTitle} characters.")),
            _ => Command(new CaseCommand(title.Length == 0 ? null : title, marking)),
        };
    }

    static Tlp? Marking(string name) => name.ToLowerInvariant() switch
    {
        "clear" => Tlp.Clear,
        "green" => Tlp.Green,
        "amber" => Tlp.Amber,
        "amber+strict" => Tlp.AmberStrict,
        "red" => Tlp.Red,
        _ => null,
    };

    static CommandReading Criteria(CommandUsage usage, string rest)
    {
        var words = rest.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
        {
            return Command(new ShowCriteriaCommand());
        }

        if (words[0].Length > 50 || !words[0].All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return Wrong(usage, new($"« {Short(words[0])} » ne peut pas être le nom d’un critère.", $"“{Short(words[0])}” cannot be the name of a criterion."));
        }

        if (words.Length == 1 || !Stands.TryGetValue(words[1], out var met))
        {
            return Wrong(usage, new("Il manque la réponse : oui, non ou inconnu.", "The answer is missing: yes, no or unknown."));
        }

        var reason = words.Length == 3 ? words[2] : "";
        return reason.Length switch
        {
            // « Common sense » is no justification: the encyclopedia's rule for cases holds for the chat.
            0 when met is not null => Wrong(usage, new("Il manque la raison.", "The reason is missing.")),
            > MaximumReason => Wrong(usage, new($"La raison dépasse {MaximumReason} signes.", $"The reason is longer than {MaximumReason} characters.")),
            _ => Command(new AnswerCriterionCommand(words[0].ToLowerInvariant(), met, reason)),
        };
    }

    static readonly Dictionary<string, bool?> Stands = new(StringComparer.OrdinalIgnoreCase)
    {
        ["oui"] = true, ["yes"] = true, ["non"] = false, ["no"] = false, ["inconnu"] = null, ["unknown"] = null, ["?"] = null,
    };

    static CommandReading Scale(CommandUsage usage, string rest)
    {
        var (question, wrong) = ScaleQuestion.Read(rest);
        return question is not null ? Command(new ScaleCommand(question))
            : Wrong(usage, new(string.Join(' ', wrong.Select(w => w.French)), string.Join(' ', wrong.Select(w => w.English))));
    }

    static CommandReading Bot(CommandUsage usage, string rest) => rest switch
    {
        { Length: 0 } => Wrong(usage, new("Il manque un compte, une adresse ou des mots.", "An account, an address or words are missing.")),
        { Length: > 500 } => Wrong(usage, new("La recherche dépasse 500 signes.", "The search is longer than 500 characters.")),
        ['@', .. { Length: > 0 } handle] when !handle.Any(char.IsWhiteSpace) => Command(new BotCommand(BotSubject.Account, handle)),
        _ => Command(Address(rest) is { } address ? new BotCommand(BotSubject.Address, address.AbsoluteUri) : new BotCommand(BotSubject.Words, rest)),
    };

    static CommandReading Source(CommandUsage usage, string rest) => Address(rest) is { } image
        ? Command(new SourceCommand(image))
        : Wrong(usage, new("Il manque l’adresse de l’image (http ou https).", "The address of the image (http or https) is missing."));

    static CommandReading Help(string rest) => rest.Length == 0 ? Command(new HelpCommand(null))
        : CommandUsage.Find(rest) is { } about ? Command(new HelpCommand(about)) : Unknown(rest);

    // A message's own marks around an address are not part of it.
    static Uri? Address(string text) =>
        !text.Any(char.IsWhiteSpace) && Uri.TryCreate(text.Trim('<', '>'), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.Host.Length > 0 ? address : null;

    static CommandReading Command(SlashCommand command) => new CommandReading.Read(command);

    static CommandReading Wrong(CommandUsage usage, Words why) => new CommandReading.Usage(why, [usage]);

    static CommandReading Unknown(string name) => new CommandReading.Usage(
        new($"La commande /{Short(name)} n’existe pas.", $"There is no command /{Short(name)}."),
        CommandUsage.Near(name) is { } near ? [near] : CommandUsage.All);

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
