using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Bots.Analysing;

/// <summary>Numbers of the things that a post bears.</summary>
static class PostMarks
{
    /// <summary>Null for words, which have no marks.</summary>
    public static long? Of(NarrativeSubject subject) => subject.Kind is SubjectKind.Words ? null : Number(subject.Kind, subject.Key);

    public static IEnumerable<long> Of(ReadPost post) => post.HashtagList.Select(h => Number(SubjectKind.Hashtag, h))
        .Concat(Mentions.Of(post.Text).Select(m => Number(SubjectKind.Mention, m)))
        .Concat(post.LinkList.Select(l => Number(SubjectKind.Link, l)))
        .Concat(post.LinkList.SelectMany(l => Sites(NarrativeSubject.Site(l))).Select(s => Number(SubjectKind.Domain, s)))
        .Distinct();

    // A site is part of each domain above it, up to the two last names.
    static IEnumerable<string> Sites(string site)
    {
        for (var at = 0; at >= 0 && site.IndexOf('.', at) >= 0; at = site.IndexOf('.', at) + 1)
        {
            yield return site[at..];
        }
    }

    static long Number(SubjectKind kind, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{key}"), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
