using System.Text.Json;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Rules.Webhooks;

namespace Beffroi.Chat;

/// <summary>What a webhook or a feed sends beside its text; kept in <see cref="Message.Card"/>.</summary>
public sealed record MessageCard
{
    public IReadOnlyList<HookAttachment> Attachments { get; init; } = [];

    public string Write() => CaseJson.Write(this);

    /// <summary>Null where there is none that can be read.</summary>
    public static MessageCard? Read(string? json)
    {
        try
        {
            return json is null ? null : CaseJson.Read<MessageCard>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
