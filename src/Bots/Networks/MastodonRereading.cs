using Beffroi.Bots.Keeping;
using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>What kept posts of Mastodon say now, by the number that an instance gives them (docs.joinmastodon.org/methods/statuses, read November 2026): its timeline tells no absence.</summary>
sealed class MastodonRereading(SourcesSetup setup, MastodonSetup instance, TimeProvider clock) : IDisposable
{
    /// <summary>Posts in a minute: an instance answers 300 questions in five, and the rest is left to listening.</summary>
    public const int AtOnce = 20;

    /// <summary>Between two times the same post is asked for, at least.</summary>
    public const double Days = 7;

    readonly NetworkCalls _calls = new(setup, clock, instance.Token);
    readonly MessageReader _reader = new(new());

    /// <exception cref="SourceTroubleException">The instance did not answer as it should.</exception>
    public async Task<MastodonReread> Read(IReadOnlyList<string> numbers, CancellationToken ct)
    {
        var (gone, here) = (new List<string>(), new List<IncomingPost>());
        foreach (var number in numbers.Where(n => n.Length is > 0 and <= 40 && n.All(char.IsAsciiLetterOrDigit)))
        {
            if (await _calls.Find(setup.Address("http", instance.Host, "/api/v1/statuses/" + number), ct) is not { } body)
            {
                gone.Add(number);
            }
            else if (MastodonStatus.Read(body, instance.Host, _reader) is not { } status || !string.Equals(status.LocalId, number, StringComparison.Ordinal))
            {
                throw new SourceTroubleException(SourceError.BadAnswer);
            }
            else if (status.Post is { Author: { } author } post && !Screening.LeavesOut(author))
            {
                here.Add(post);
            }
            else
            {
                // No longer for everybody, or by somebody who says to be a minor now.
                gone.Add(number);
            }
        }

        return new(gone, here);
    }

    public void Dispose() => _calls.Dispose();
}

/// <param name="Gone">Numbers of those that are no longer public.</param>
/// <param name="Now">What the others say.</param>
sealed record MastodonReread(IReadOnlyList<string> Gone, IReadOnlyList<IncomingPost> Now);
