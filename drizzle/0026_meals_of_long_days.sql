-- What was offered before the question was asked: the canteen, and a day that spans the noon of Wednesdays and holidays.
update slots set serves_meal = true from activities
where activities.id = slots.activity_id
  and (activities.kind = 'lunch'
    or (activities.kind in ('wednesday', 'holidays') and slots.starts_at <= '11:30' and slots.ends_at >= '13:30'));
