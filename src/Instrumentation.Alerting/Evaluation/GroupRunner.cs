using Instrumentation.Alerting.Rules;
using Instrumentation.Hooks;
using Instrumentation.PromQL.Evaluation;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>A group and its schedule. Evaluations never overlap and never queue: a tick that comes while one is running is skipped and counted.</summary>
internal sealed class GroupRunner : IThreadPoolWorkItem
{
    private readonly EngineContext _context;
    private readonly RateLimitedLog _log;
    private readonly Action _done;
    private readonly long _interval;
    private readonly long _offset;
    private long _last;
    private long _current;
    private int _busy;
    private bool _isReplaced;

    /// <param name="context">What all rules share.</param>
    /// <param name="group">The group.</param>
    /// <param name="rules">Its rules, compiled.</param>
    /// <param name="now">Milliseconds since 1970; the first evaluation is at the next multiple of the interval.</param>
    /// <param name="log">Where failures are logged.</param>
    /// <param name="done">Called after each evaluation.</param>
    internal GroupRunner(EngineContext context, RuleGroup group, RuleRunner[] rules, long now, RateLimitedLog log, Action done)
    {
        (_context, _log, _done) = (context, log, done);
        (Group, Rules) = (group, rules);
        Interval = group.Interval ?? context.Options.EvaluationInterval;
        _interval = (long)Interval.TotalMilliseconds;
        _offset = (long)group.QueryOffset.TotalMilliseconds;
        _last = Slot(now);
        context.Counters.Show(group.Name);
    }

    internal RuleGroup Group { get; }

    /// <summary>As an array, since walking through an interface makes an object each time. Not to be changed.</summary>
    internal RuleRunner[] Rules { get; }

    internal TimeSpan Interval { get; }

    /// <summary>Held while the rules are evaluated: whoever replaces the group waits for it.</summary>
    internal Lock Evaluating { get; } = new();

    internal bool IsBusy => Volatile.Read(ref _busy) != 0;

    internal long NextDue => Volatile.Read(ref _last) + _interval;

    /// <summary>Milliseconds since 1970; 0 before the first.</summary>
    internal long LastEvaluation { get; private set; }

    internal TimeSpan Duration { get; private set; }

    internal long Missed { get; private set; }

    /// <summary>Evaluates the rules, if it is time to.</summary>
    /// <param name="now">Milliseconds since 1970.</param>
    /// <param name="inline">Whether on this thread rather than on the pool.</param>
    internal void Tick(long now, bool inline)
    {
        var slot = Slot(now);
        if (slot <= _last || Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            return;
        }

        var missed = ((slot - _last) / _interval) - 1;
        if (missed > 0)
        {
            Missed += missed;
            _context.Counters.Missed(Group.Name, missed);
        }

        Volatile.Write(ref _last, slot);
        _current = slot;
        if (inline)
        {
            Execute();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Evaluates the rules at the slot that was found due.</summary>
    public void Execute()
    {
        try
        {
            lock (Evaluating)
            {
                // Its rules have ended or belong to another group by now.
                if (!_isReplaced)
                {
                    Evaluate(_current);
                }
            }
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }

        _done();
    }

    /// <summary>Follows the clock after it was set.</summary>
    internal void Shift(long by)
    {
        Volatile.Write(ref _last, Slot(_last + by));
        LastEvaluation = LastEvaluation == 0 ? 0 : LastEvaluation + by;
        foreach (var rule in Rules)
        {
            rule.Shift(by);
        }
    }

    /// <summary>Has it evaluate no more, also at a tick that was under way. The caller holds <see cref="Evaluating"/>.</summary>
    internal void Retire() => _isReplaced = true;

    /// <summary>Goes on from the schedule of the group that this one replaces.</summary>
    internal void TakeOver(GroupRunner predecessor)
    {
        Missed = predecessor.Missed;
        LastEvaluation = predecessor.LastEvaluation;

        // Else a change that comes between a tick and its evaluation would skip that one.
        _last = predecessor._interval == _interval ? predecessor._last : _last;
    }

    private long Slot(long time) => time - (((time % _interval) + _interval) % _interval);

    private void Evaluate(long time)
    {
        var began = _context.Time.GetTimestamp();
        foreach (var rule in Rules)
        {
            var ruleBegan = _context.Time.GetTimestamp();
            var error = Evaluate(rule, time);
            rule.Note(time, _context.Time.GetElapsedTime(ruleBegan), error);
            _context.Counters.Evaluated(Group.Name);
        }

        Duration = _context.Time.GetElapsedTime(began);
        LastEvaluation = time;
        _context.Counters.Took(Group.Name, Duration);
    }

    private string? Evaluate(RuleRunner rule, long time)
    {
        try
        {
            rule.Evaluate(new Evaluation(time, time - _offset, Group.Limit));
            return null;
        }
        catch (Exception exception)
        {
            // Whatever it is, the other rules go on.
            _context.Counters.Failed(Group.Name);
            Log(rule.Rule.Name, exception);
            return exception.Message;
        }
    }

    /// <remarks>A method of its own: what its lambda captures would be an object at each evaluation otherwise, failed or not.</remarks>
    private void Log(string rule, Exception exception)
    {
        var isExpected = exception is QueryException or RuleEvaluationException;
        _log.Write((logger, suppressed) => AlertingLog.RuleFailed(logger, rule, Group.Name, exception.Message, suppressed, isExpected ? null : exception));
    }
}
