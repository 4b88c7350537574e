using Beffroi.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Beffroi.Chat.Live;

/// <summary>Messages as the page writes them: by the same component.</summary>
public sealed class MessageHtml(MessageReadings readings, Reads reads, IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>Whoever looks at a room as a member of no organisation: reads in it what everybody reads.</summary>
    static readonly Reader Anybody = Reader.OfOrganisation(Guid.Empty);

    /// <summary>Whether what is at this level is written for a whole room at once: those who hear it are noted by the round (<see cref="HeardReads"/>). RED is for people: each asks.</summary>
    public static bool IsTold(Tlp level) => level < Tlp.Red;

    /// <summary>For everybody in its room; null where it is not, and for what is restricted and no longer new: each then asks for it, for what has come beside it is not for all.</summary>
    /// <param name="message">Of a single message.</param>
    public async Task<IReadOnlyDictionary<Lang, string>?> Common(IQueryable<Message> message, IReadOnlyList<Lang> languages, CancellationToken ct) =>
        await readings.Of(Anybody, message, null, ct) is [{ Level: < Tlp.Amber } view] ? await Common(view, languages) : null;

    /// <summary>For everybody in its room.</summary>
    /// <param name="view">As all of them read it.</param>
    /// <param name="languages">Those that somebody reads there.</param>
    public async Task<IReadOnlyDictionary<Lang, string>> Common(MessageView view, IReadOnlyList<Lang> languages)
    {
        var written = await Write(languages.Select(l => (view, l)), inThread: null);
        return languages.Zip(written).ToDictionary(w => w.First, w => w.Second.Html);
    }

    /// <summary>What was just said, as everybody in its room reads it.</summary>
    public Task<MessageView> Fresh(Message message, NewMessage said, Tlp level, CancellationToken ct) =>
        readings.Fresh(message, said.Mentions, said.Files, level, Anybody, said.Seat is { } seat ? Signatures.Of(seat, Anybody) : null, ct);

    /// <summary>The same for its writer, in whose eyes it is new.</summary>
    public async Task<string> Own(Seat seat, MessageView view, Lang l) =>
        (await Write([(view with { By = Signatures.Of(seat, seat.Reader), IsMine = true, MayRemove = true }, l)], inThread: null))[0].Html;

    /// <summary>For one person, who is noted as a reader of what is restricted.</summary>
    /// <param name="readable">Made from <see cref="Scopes.MessagesOf"/> of the same person.</param>
    /// <param name="inThread">Null: as each stands, in its thread or in the room.</param>
    public async Task<IReadOnlyList<WrittenMessage>> Of(Seat seat, IQueryable<Message> readable, bool? inThread, Lang l, CancellationToken ct)
    {
        var views = await readings.Of(seat.Reader, readable, seat.IsReferent ? seat.OrganisationId : null, ct);
        await reads.Note(seat, views, ct);
        return views.Count == 0 ? [] : await Write(views.Select(v => (v, l)), inThread);
    }

    async Task<IReadOnlyList<WrittenMessage>> Write(IEnumerable<(MessageView View, Lang L)> views, bool? inThread)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var written = new List<WrittenMessage>();
            foreach (var (view, l) in views)
            {
                var item = await renderer.RenderComponentAsync<MessageItem>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    [nameof(MessageItem.M)] = view,
                    [nameof(MessageItem.L)] = l,
                    [nameof(MessageItem.InThread)] = inThread ?? view.ThreadId is not null,
                }));
                written.Add(new(view.Id, view.Place, view.ThreadId, item.ToHtmlString()));
            }

            return written;
        });
    }
}

public sealed record WrittenMessage(Guid Id, long Place, Guid? Thread, string Html);
